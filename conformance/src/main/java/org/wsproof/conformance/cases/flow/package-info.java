/** Cases: back-pressure. */
@NullMarked
package org.wsproof.conformance.cases.flow;

import org.jspecify.annotations.NullMarked;
