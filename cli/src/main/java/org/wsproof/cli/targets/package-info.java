/** Which proxy is put to the test: by recipe, by address, or by a file that describes it. */
@NullMarked
package org.wsproof.cli.targets;

import org.jspecify.annotations.NullMarked;
