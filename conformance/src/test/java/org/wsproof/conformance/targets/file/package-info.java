@NullMarked
package org.wsproof.conformance.targets.file;

import org.jspecify.annotations.NullMarked;
