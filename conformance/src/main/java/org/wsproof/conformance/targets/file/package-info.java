/** A proxy that somebody else started, described by a file: what it offers, and where. */
@NullMarked
package org.wsproof.conformance.targets.file;

import org.jspecify.annotations.NullMarked;
