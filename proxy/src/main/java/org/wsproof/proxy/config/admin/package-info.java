/** The {@code admin} key: where the gateway can be seen from outside. */
@NullMarked
package org.wsproof.proxy.config.admin;

import org.jspecify.annotations.NullMarked;
