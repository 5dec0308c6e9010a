@NullMarked
package org.wsproof.conformance.words;

import org.jspecify.annotations.NullMarked;
