/** Cases: what becomes of an upgrade that is not granted. */
@NullMarked
package org.wsproof.conformance.cases.refusals;

import org.jspecify.annotations.NullMarked;
