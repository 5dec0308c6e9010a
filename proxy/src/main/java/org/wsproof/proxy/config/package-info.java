/** What the user asked for, as values: records with DataPower's names, and the loader that turns a YAML file into them. */
@NullMarked
package org.wsproof.proxy.config;

import org.jspecify.annotations.NullMarked;
