/** What a policy of one's own is written against. */
@NullMarked
package org.wsproof.proxy.policy.logic;

import org.jspecify.annotations.NullMarked;
