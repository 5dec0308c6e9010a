/** The cases that need the client's end alone, with an echo server behind the target, be it anybody's. */
@NullMarked
package org.wsproof.conformance.cases.echo;

import org.jspecify.annotations.NullMarked;
