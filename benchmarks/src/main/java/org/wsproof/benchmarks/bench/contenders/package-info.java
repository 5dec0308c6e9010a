/** What takes part in a bench: real proxies with their configuration, started as processes, and the direct way. */
@NullMarked
package org.wsproof.benchmarks.bench.contenders;

import org.jspecify.annotations.NullMarked;
