/** Files and standard input → raw records → {@code wire.raw}: what is read, how fast it is sent, and how to resume. */
@NullMarked
package org.wirestream.replay;

import org.jspecify.annotations.NullMarked;
