/** What commands that start other programs have in common. */
@NullMarked
package org.wsproof.cli.process;

import org.jspecify.annotations.NullMarked;
