/** Records made readable on a terminal: colours, column widths, line breaks, and nothing from the wire sent raw. */
@NullMarked
package org.wirestream.terminal;

import org.jspecify.annotations.NullMarked;
