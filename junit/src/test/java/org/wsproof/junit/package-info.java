@NullMarked
package org.wsproof.junit;

import org.jspecify.annotations.NullMarked;
