/** Undertow's ProxyHandler as a program. */
@NullMarked
package org.wsproof.reference.undertow;

import org.jspecify.annotations.NullMarked;
