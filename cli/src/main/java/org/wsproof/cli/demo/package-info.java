/** {@code wsproof demo}: the tutorial, played on one machine. */
@NullMarked
package org.wsproof.cli.demo;

import org.jspecify.annotations.NullMarked;
