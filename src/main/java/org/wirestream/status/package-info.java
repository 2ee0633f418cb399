/** How far the pipeline is, partition by partition, asked from outside. */
@NullMarked
package org.wirestream.status;

import org.jspecify.annotations.NullMarked;
