@NullMarked
package org.wsproof.sample.server;

import org.jspecify.annotations.NullMarked;
