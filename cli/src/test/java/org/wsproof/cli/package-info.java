@NullMarked
package org.wsproof.cli;

import org.jspecify.annotations.NullMarked;
