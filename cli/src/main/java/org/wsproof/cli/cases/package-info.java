/** Finding cases, and the command that tells one. */
@NullMarked
package org.wsproof.cli.cases;

import org.jspecify.annotations.NullMarked;
