/** Puts one request to the policies of its gateway, one after the other, without waiting on the I/O thread. */
@NullMarked
package org.wsproof.proxy.frontside.screening;

import org.jspecify.annotations.NullMarked;
