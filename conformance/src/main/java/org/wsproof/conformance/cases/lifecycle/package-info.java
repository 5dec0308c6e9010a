/** Cases: how connections end, and what follows. */
@NullMarked
package org.wsproof.conformance.cases.lifecycle;

import org.jspecify.annotations.NullMarked;
