/** The words that cases are written in: steps, claims, heads, and a case as a sentence that is built up. */
@NullMarked
package org.wsproof.conformance.cases.script;

import org.jspecify.annotations.NullMarked;
