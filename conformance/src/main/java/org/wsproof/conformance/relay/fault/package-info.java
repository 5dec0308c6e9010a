/** What can be made wrong with the relay, one change each. */
@NullMarked
package org.wsproof.conformance.relay.fault;

import org.jspecify.annotations.NullMarked;
