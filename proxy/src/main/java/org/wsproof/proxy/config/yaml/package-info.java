/** YAML as the configuration reads it: sections whose keys are known, values with their lines, mistakes as one line. */
@NullMarked
package org.wsproof.proxy.config.yaml;

import org.jspecify.annotations.NullMarked;
