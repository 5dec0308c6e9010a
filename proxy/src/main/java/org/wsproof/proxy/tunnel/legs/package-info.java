/** The connections of a tunnel, and what is done with them off their I/O thread. */
@NullMarked
package org.wsproof.proxy.tunnel.legs;

import org.jspecify.annotations.NullMarked;
