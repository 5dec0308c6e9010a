/** Which cases a run is about. */
@NullMarked
package org.wsproof.conformance.selection;

import org.jspecify.annotations.NullMarked;
