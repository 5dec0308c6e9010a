/** Notices that files have changed. */
@NullMarked
package org.wsproof.proxy.reload;

import org.jspecify.annotations.NullMarked;
