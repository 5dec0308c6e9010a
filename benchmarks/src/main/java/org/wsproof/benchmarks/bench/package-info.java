/** Proxies side by side: what a message, an opening handshake and an idle tunnel cost in each, measured in one run. */
@NullMarked
package org.wsproof.benchmarks.bench;

import org.jspecify.annotations.NullMarked;
