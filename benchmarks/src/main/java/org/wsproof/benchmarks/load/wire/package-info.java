/** What the load client and the scripted origin share: the selector's thread, frames, payloads. */
@NullMarked
package org.wsproof.benchmarks.load.wire;

import org.jspecify.annotations.NullMarked;
