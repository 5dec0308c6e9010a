/** The kit. {@code model} is what a case is; {@code engine} performs it; {@code report} tells a person. */
@NullMarked
package org.wsproof.conformance;

import org.jspecify.annotations.NullMarked;
