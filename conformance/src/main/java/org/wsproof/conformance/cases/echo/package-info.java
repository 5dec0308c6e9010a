/** Cases that one end alone can judge: a client in front of a proxy, behind which somebody's echo server stands. */
@NullMarked
package org.wsproof.conformance.cases.echo;

import org.jspecify.annotations.NullMarked;
