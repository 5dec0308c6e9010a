@NullMarked
package org.wsproof.conformance.targets.recipes;

import org.jspecify.annotations.NullMarked;
