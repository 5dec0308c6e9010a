/** Time on the I/O threads. */
@NullMarked
package org.wsproof.proxy.time;

import org.jspecify.annotations.NullMarked;
