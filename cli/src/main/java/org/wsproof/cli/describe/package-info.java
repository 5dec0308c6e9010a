/** {@code wsproof describe}: what a developer portal would publish of a gateway's WebSocket. */
@NullMarked
package org.wsproof.cli.describe;

import org.jspecify.annotations.NullMarked;
