/** The same recipes in containers of the projects' official images, through Testcontainers. */
@NullMarked
package org.wsproof.conformance.targets.recipes.containers;

import org.jspecify.annotations.NullMarked;
