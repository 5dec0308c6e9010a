/** Cases: the closing handshake, and control frames. */
@NullMarked
package org.wsproof.conformance.cases.close;

import org.jspecify.annotations.NullMarked;
