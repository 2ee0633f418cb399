/** The pipeline under faults: a cluster and instances of its own, killed and paused, and the results judged from outside. */
@NullMarked
package org.wirestream.chaos;

import org.jspecify.annotations.NullMarked;
