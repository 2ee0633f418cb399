/** Raw wire text to {@link org.wirestream.wire.WireItem}: charset, agency, dateline, byline, headline, signals, paragraphs. */
@NullMarked
package org.wirestream.wire;

import org.jspecify.annotations.NullMarked;
