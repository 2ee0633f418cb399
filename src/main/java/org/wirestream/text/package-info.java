/** Tokens with part of speech and offsets, behind one interface. */
@NullMarked
package org.wirestream.text;

import org.jspecify.annotations.NullMarked;
