/** Front side handlers that listen, and the connections they have accepted. */
@NullMarked
package org.wsproof.proxy.frontside.listening;

import org.jspecify.annotations.NullMarked;
