/** Selecting at a cost that does not depend on what has passed. */
@NullMarked
package org.wsproof.proxy.selecting;

import org.jspecify.annotations.NullMarked;
