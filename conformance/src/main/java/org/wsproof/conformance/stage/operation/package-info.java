/** What is asked of a target as whoever runs it would ask, and the figures that are read of it. */
@NullMarked
package org.wsproof.conformance.stage.operation;

import org.jspecify.annotations.NullMarked;
