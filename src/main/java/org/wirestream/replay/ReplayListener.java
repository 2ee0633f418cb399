package org.wirestream.replay;

/** Is told how a replay goes, on the thread that replays. */
public interface ReplayListener {
    /** Hears nothing. */
    ReplayListener NONE = new ReplayListener() {};

    /** A record was read and passed on, refused or skipped. */
    default void progressed(ReplayStatus status) {}

    /**
     * A record is not sent.
     *
     * @param message names its file, and says why and what to do
     */
    default void refused(String message) {}
}
