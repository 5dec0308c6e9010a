/** The proof that each case can fail: every case through the sound relay, without a fault and with each. */
@NullMarked
package org.wsproof.conformance.matrix;

import org.jspecify.annotations.NullMarked;
