/** Several targets side by side: what each did in the same cases, as a table, a page, Markdown and JSON. */
@NullMarked
package org.wsproof.conformance.report.comparison;

import org.jspecify.annotations.NullMarked;
