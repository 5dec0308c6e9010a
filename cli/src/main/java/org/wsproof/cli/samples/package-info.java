/** The tutorial's echo server and client as commands. */
@NullMarked
package org.wsproof.cli.samples;

import org.jspecify.annotations.NullMarked;
