/** What the configuration says of TLS: profiles as values, and the certificates and keys in the files that it names. */
@NullMarked
package org.wsproof.proxy.config.tls;

import org.jspecify.annotations.NullMarked;
