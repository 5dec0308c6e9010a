/** What strangers cause in the log: one line each, not too long, and not too many. */
@NullMarked
package org.wsproof.proxy.log;

import org.jspecify.annotations.NullMarked;
