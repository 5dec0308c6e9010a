/** From the client's side: which requests are let in, which fields go on, and the listeners. */
@NullMarked
package org.wsproof.proxy.frontside;

import org.jspecify.annotations.NullMarked;
