/** Where a case is performed: a running target between the kit's clients and its origin, and the script that moves them. */
@NullMarked
package org.wsproof.conformance.stage;

import org.jspecify.annotations.NullMarked;
