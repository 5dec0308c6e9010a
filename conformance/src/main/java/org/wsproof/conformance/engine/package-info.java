/** Performs cases against a target: origin listeners, scripts, rooms and order. */
@NullMarked
package org.wsproof.conformance.engine;

import org.jspecify.annotations.NullMarked;
