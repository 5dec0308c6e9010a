/** A case told from end to end: for the command line, and as the pages in {@code docs/cases}. */
@NullMarked
package org.wsproof.conformance.explain;

import org.jspecify.annotations.NullMarked;
