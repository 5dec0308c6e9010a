/** What was seen at each endpoint of a case, with times: written by the engine, read by judge and report. */
@NullMarked
package org.wsproof.conformance.transcript;

import org.jspecify.annotations.NullMarked;
