/** HTTP/1.1 heads on both legs of the relay: how they are read, judged and rewritten. */
@NullMarked
package org.wsproof.conformance.relay.http;

import org.jspecify.annotations.NullMarked;
