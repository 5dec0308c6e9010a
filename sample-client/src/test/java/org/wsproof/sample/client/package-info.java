@NullMarked
package org.wsproof.sample.client;

import org.jspecify.annotations.NullMarked;
