package org.wirestream;

/**
 * Is told how long each stage of an enrichment took. It is called on the enriching thread, once a stage and item, so it must be
 * quick and must not throw.
 */
@FunctionalInterface
public interface StageListener {
    /** Does not want to know. */
    StageListener NONE = (stage, nanos) -> {};

    /**
     * A stage is finished.
     *
     * @param nanos elapsed time in nanoseconds
     */
    void finished(Stage stage, long nanos);
}
