package org.wirestream.metrics;

/** What a process measures; {@code docs/operations.md} names and explains each metric. Safe for use by many threads. */
public interface Metrics extends AutoCloseable {
    /** Of {@link #scrape}. */
    String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** Everything, in Prometheus' text format 0.0.4. */
    String scrape();

    /** Ends the measuring. */
    @Override
    void close();
}
