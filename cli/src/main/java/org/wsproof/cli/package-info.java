/** The one command {@code wsproof}: wires the modules, and starts the bundled gateway as a child process. */
@NullMarked
package org.wsproof.cli;

import org.jspecify.annotations.NullMarked;
