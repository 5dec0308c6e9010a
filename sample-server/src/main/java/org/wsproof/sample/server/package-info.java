/** The tutorial's echo server: greets, echoes, pauses if it is told to. */
@NullMarked
package org.wsproof.sample.server;

import org.jspecify.annotations.NullMarked;
