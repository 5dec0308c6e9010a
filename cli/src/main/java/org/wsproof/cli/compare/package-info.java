/** The command that puts several proxies to the same cases. */
@NullMarked
package org.wsproof.cli.compare;

import org.jspecify.annotations.NullMarked;
