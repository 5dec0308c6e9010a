/** The gateway seen from outside: health, metrics, open tunnels, on a listener of its own. */
@NullMarked
package org.wsproof.proxy.admin;

import org.jspecify.annotations.NullMarked;
