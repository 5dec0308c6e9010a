/** A tunnel's octets as frames: written from a script, and read back as counts and digests. Knows nothing of connections. */
@NullMarked
package org.wsproof.conformance.frames;

import org.jspecify.annotations.NullMarked;
