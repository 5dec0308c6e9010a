/** Frames of RFC 6455 as octets in buffers: no connections here. */
@NullMarked
package org.wsproof.proxy.tunnel.frames;

import org.jspecify.annotations.NullMarked;
