/** Vert.x Http Proxy as a program. */
@NullMarked
package org.wsproof.reference.vertx;

import org.jspecify.annotations.NullMarked;
