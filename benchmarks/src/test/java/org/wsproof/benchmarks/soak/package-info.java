/** What the gateway keeps of tunnels that are gone: nothing. */
@NullMarked
package org.wsproof.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
