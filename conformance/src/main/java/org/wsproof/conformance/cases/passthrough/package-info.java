/** Cases: the octets of a tunnel arrive as they were sent. */
@NullMarked
package org.wsproof.conformance.cases.passthrough;

import org.jspecify.annotations.NullMarked;
