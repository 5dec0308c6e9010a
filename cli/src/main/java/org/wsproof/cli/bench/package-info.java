/** {@code wsproof bench}: proxies side by side. */
@NullMarked
package org.wsproof.cli.bench;

import org.jspecify.annotations.NullMarked;
