/** What an upgraded pair of connections becomes: octets relayed both ways, timers, ends. */
@NullMarked
package org.wsproof.proxy.tunnel;

import org.jspecify.annotations.NullMarked;
