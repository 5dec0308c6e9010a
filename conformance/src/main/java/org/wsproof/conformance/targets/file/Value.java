package org.wsproof.conformance.targets.file;

import java.util.Map;
import java.util.Optional;

/**
 * A value in the file: a text, or keys with values of their own.
 *
 * @param line where its key stands, from 1
 * @param text empty where it is keys; a key without a value is no keys
 */
record Value(int line, Optional<String> text, Map<String, Value> keys) {}
