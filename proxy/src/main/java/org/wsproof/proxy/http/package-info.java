/** HTTP/1.1 as values that both legs share: heads, fields, what may go on to the other leg, and refusals. No connections. */
@NullMarked
package org.wsproof.proxy.http;

import org.jspecify.annotations.NullMarked;
