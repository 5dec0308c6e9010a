/** Cases: the fields of request and answer. */
@NullMarked
package org.wsproof.conformance.cases.headers;

import org.jspecify.annotations.NullMarked;
