/** Cases: when a tunnel is idle, and when it is not. */
@NullMarked
package org.wsproof.conformance.cases.idle;

import org.jspecify.annotations.NullMarked;
