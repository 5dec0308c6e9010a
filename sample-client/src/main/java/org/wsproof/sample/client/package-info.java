/** The tutorial's client: plays a list of actions, prints what arrives, and says who closed. */
@NullMarked
package org.wsproof.sample.client;

import org.jspecify.annotations.NullMarked;
