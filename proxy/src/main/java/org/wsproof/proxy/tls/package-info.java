/** What both legs' TLS has in common. */
@NullMarked
package org.wsproof.proxy.tls;

import org.jspecify.annotations.NullMarked;
