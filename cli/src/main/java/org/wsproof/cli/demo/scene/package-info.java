/** What a part of the tutorial is played with: ports, files, processes, the client, and steps that say what they observed. */
@NullMarked
package org.wsproof.cli.demo.scene;

import org.jspecify.annotations.NullMarked;
