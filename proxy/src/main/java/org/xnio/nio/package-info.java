/** What the gateway needs of XNIO that XNIO keeps to this package. */
@org.jspecify.annotations.NullMarked
package org.xnio.nio;
