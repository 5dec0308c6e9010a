/** Cases: what one tunnel does to its neighbours, which is nothing. */
@NullMarked
package org.wsproof.conformance.cases.isolation;

import org.jspecify.annotations.NullMarked;
