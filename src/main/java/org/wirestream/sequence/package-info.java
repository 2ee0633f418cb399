/** A linear-chain conditional random field over the characters of a text: labels, model, decoding, training. */
@NullMarked
package org.wirestream.sequence;

import org.jspecify.annotations.NullMarked;
