/** Cases: TLS on either leg. */
@NullMarked
package org.wsproof.conformance.cases.tls;

import org.jspecify.annotations.NullMarked;
