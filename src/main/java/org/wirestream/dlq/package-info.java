/** Dead letters: what lies in the queue, and how it gets back into the pipeline. */
@NullMarked
package org.wirestream.dlq;

import org.jspecify.annotations.NullMarked;
