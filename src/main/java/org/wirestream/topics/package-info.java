/** Topic definitions, and the cluster compared with them. */
@NullMarked
package org.wirestream.topics;

import org.jspecify.annotations.NullMarked;
