/** Tells people and programs what was found. */
@NullMarked
package org.wsproof.conformance.report;

import org.jspecify.annotations.NullMarked;
