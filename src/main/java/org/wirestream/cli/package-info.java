/** The commands; each parses its options and calls one room. */
@NullMarked
package org.wirestream.cli;

import org.jspecify.annotations.NullMarked;
