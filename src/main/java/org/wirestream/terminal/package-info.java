/** Readable rendering for terminals: items, counts, plain records. */
@NullMarked
package org.wirestream.terminal;

import org.jspecify.annotations.NullMarked;
