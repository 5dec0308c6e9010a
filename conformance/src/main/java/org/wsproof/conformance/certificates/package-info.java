/** Certificates for the kit's own origin and clients, made anew for each run. */
@NullMarked
package org.wsproof.conformance.certificates;

import org.jspecify.annotations.NullMarked;
