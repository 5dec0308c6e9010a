/**
 * What the gateway adds to a message's way, measured with JMH: the client and the echo origin are here, in JMH's process; the
 * gateway is a process of its own.
 */
@NullMarked
package org.wsproof.benchmarks;

import org.jspecify.annotations.NullMarked;
