/** What the fuzzers share: each stands beside its target, with the samples it starts from as resources. */
@NullMarked
package org.wsproof.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
