/** What a target offers and claims, and the recipes that start real ones. */
@NullMarked
package org.wsproof.conformance.targets;

import org.jspecify.annotations.NullMarked;
