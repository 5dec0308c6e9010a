/** To the origin's side: connecting, TLS, and the opening handshake with the origin. */
@NullMarked
package org.wsproof.proxy.backside;

import org.jspecify.annotations.NullMarked;
