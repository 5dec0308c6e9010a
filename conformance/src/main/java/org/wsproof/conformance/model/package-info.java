/** What a case is: values only. A case holds steps that act and claims that judge; nothing here performs or judges. */
@NullMarked
package org.wsproof.conformance.model;

import org.jspecify.annotations.NullMarked;
