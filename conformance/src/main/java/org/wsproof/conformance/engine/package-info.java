/** Runs a plan: which cases, in what order and beside which others, and what comes of them in all. */
@NullMarked
package org.wsproof.conformance.engine;

import org.jspecify.annotations.NullMarked;
