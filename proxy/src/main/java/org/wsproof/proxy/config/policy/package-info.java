/** The key {@code policies} of a multi-protocol gateway: its values and their reader. */
@NullMarked
package org.wsproof.proxy.config.policy;

import org.jspecify.annotations.NullMarked;
