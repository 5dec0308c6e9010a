/** Whether what was seen is what was claimed: pure functions, no connections. */
@NullMarked
package org.wsproof.conformance.judge;

import org.jspecify.annotations.NullMarked;
