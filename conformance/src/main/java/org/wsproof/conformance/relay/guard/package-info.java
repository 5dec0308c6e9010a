/** Asking an authorization server before the origin. */
@NullMarked
package org.wsproof.conformance.relay.guard;

import org.jspecify.annotations.NullMarked;
