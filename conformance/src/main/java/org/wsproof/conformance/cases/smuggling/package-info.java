/** Cases: heads and contents that two recipients could read in two ways. */
@NullMarked
package org.wsproof.conformance.cases.smuggling;

import org.jspecify.annotations.NullMarked;
