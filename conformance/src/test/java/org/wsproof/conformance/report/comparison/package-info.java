@NullMarked
package org.wsproof.conformance.report.comparison;

import org.jspecify.annotations.NullMarked;
