/** The catalogue: a package a suite, each case beside the faults that it must catch. */
@NullMarked
package org.wsproof.conformance.cases;

import org.jspecify.annotations.NullMarked;
