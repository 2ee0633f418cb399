/** The measures of the gold: predictions in its shape, and their score. */
@NullMarked
package org.wirestream.quality;

import org.jspecify.annotations.NullMarked;
