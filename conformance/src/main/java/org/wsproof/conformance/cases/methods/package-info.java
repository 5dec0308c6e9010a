/** Cases: which requests may open a tunnel. */
@NullMarked
package org.wsproof.conformance.cases.methods;

import org.jspecify.annotations.NullMarked;
