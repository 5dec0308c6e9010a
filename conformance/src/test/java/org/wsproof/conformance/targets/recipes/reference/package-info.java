@NullMarked
package org.wsproof.conformance.targets.recipes.reference;

import org.jspecify.annotations.NullMarked;
