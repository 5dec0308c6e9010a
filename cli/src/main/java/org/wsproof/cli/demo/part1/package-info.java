/** The tutorial's first part: the gateway, its handlers and its backside. */
@NullMarked
package org.wsproof.cli.demo.part1;

import org.jspecify.annotations.NullMarked;
