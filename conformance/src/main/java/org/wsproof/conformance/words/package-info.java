/** A case's parts in words, which explanations, judgements and traces share. */
@NullMarked
package org.wsproof.conformance.words;

import org.jspecify.annotations.NullMarked;
