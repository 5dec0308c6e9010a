@NullMarked
package org.wsproof.cli.targets;

import org.jspecify.annotations.NullMarked;
