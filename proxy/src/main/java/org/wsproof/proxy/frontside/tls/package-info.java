/** TLS on the frontside: the gateway as a TLS server. */
@NullMarked
package org.wsproof.proxy.frontside.tls;

import org.jspecify.annotations.NullMarked;
