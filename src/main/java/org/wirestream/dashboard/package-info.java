/**
 * The dashboard: what the compacted output topics say, kept in bounded memory and served over HTTP with a page and a stream of
 * changes. It reads committed records only and writes nothing, so that any number of dashboards stand beside any number of
 * instances of the pipeline.
 */
@NullMarked
package org.wirestream.dashboard;

import org.jspecify.annotations.NullMarked;
