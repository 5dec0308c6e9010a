@NullMarked
package org.wsproof.conformance.report;

import org.jspecify.annotations.NullMarked;
