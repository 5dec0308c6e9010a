/**
 * Parts of the gateway by themselves, measured with JMH. Only here is the gateway's code called: what drives load through a gateway
 * knows it as a process.
 */
@NullMarked
package org.wsproof.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
