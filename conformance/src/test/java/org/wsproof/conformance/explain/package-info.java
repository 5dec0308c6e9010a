@NullMarked
package org.wsproof.conformance.explain;

import org.jspecify.annotations.NullMarked;
