/** What a process measures, and how Prometheus reads it; the only room that knows Micrometer. */
@NullMarked
package org.wirestream.metrics;

import org.jspecify.annotations.NullMarked;
