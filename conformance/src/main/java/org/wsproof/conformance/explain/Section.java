package org.wsproof.conformance.explain;

import java.util.List;
import org.wsproof.conformance.words.Line;

/**
 * A part of an explanation.
 *
 * @param numbered true if the order of the lines counts
 */
record Section(String title, boolean numbered, List<Line> lines) {}
