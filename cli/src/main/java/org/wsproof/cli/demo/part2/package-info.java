/** The tutorial's second part: an API is asked before a connection is upgraded. */
@NullMarked
package org.wsproof.cli.demo.part2;

import org.jspecify.annotations.NullMarked;
