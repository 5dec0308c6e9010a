/** Cases: an authorization server is asked before the origin. */
@NullMarked
package org.wsproof.conformance.cases.policy;

import org.jspecify.annotations.NullMarked;
