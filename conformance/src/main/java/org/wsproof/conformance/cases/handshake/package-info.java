/** Cases: the opening handshake. */
@NullMarked
package org.wsproof.conformance.cases.handshake;

import org.jspecify.annotations.NullMarked;
