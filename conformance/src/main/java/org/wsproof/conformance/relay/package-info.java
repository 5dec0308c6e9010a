/** The sound relay: a small correct proxy, and its faults, each one change that makes it unsound. */
@NullMarked
package org.wsproof.conformance.relay;

import org.jspecify.annotations.NullMarked;
