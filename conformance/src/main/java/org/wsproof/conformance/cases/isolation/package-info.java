/** Cases: what one client does costs no other, and leaves nothing behind. */
@NullMarked
package org.wsproof.conformance.cases.isolation;

import org.jspecify.annotations.NullMarked;
