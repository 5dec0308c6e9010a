/**
 * The kit's cases as tests of JUnit Jupiter. {@link org.wsproof.junit.WsproofTests} makes the tests, {@link
 * org.wsproof.junit.RunningProxy} says which proxy they are about, and {@link org.wsproof.junit.KitAddress} where the kit's
 * own ends listen.
 */
@NullMarked
package org.wsproof.junit;

import org.jspecify.annotations.NullMarked;
