/** Frames of a tunnel, for the faults that need them: the sound relay never looks at one. */
@NullMarked
package org.wsproof.conformance.relay.frames;

import org.jspecify.annotations.NullMarked;
