/** The gateway: {@code Gateway} wires configuration, front side handlers, backside and tunnels; {@code Main} starts it. */
@NullMarked
package org.wsproof.proxy;

import org.jspecify.annotations.NullMarked;
