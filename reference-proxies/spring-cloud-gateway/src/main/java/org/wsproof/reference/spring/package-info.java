/** Spring Cloud Gateway as a program: an application a configuration file. */
@NullMarked
package org.wsproof.reference.spring;

import org.jspecify.annotations.NullMarked;
