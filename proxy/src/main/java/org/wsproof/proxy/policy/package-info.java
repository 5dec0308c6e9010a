/** What a request must satisfy before the backside hears of it: decisions on values, without connections. */
@NullMarked
package org.wsproof.proxy.policy;

import org.jspecify.annotations.NullMarked;
