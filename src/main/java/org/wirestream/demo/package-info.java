/** The demonstration: a broker, the topology and the seeds in one process, and what comes out of it. */
@NullMarked
package org.wirestream.demo;

import org.jspecify.annotations.NullMarked;
