package org.wirestream.cli;

import org.wirestream.config.SettingsException;
import org.wirestream.topics.AccessDeniedException;
import org.wirestream.topics.BrokerUnreachableException;
import org.wirestream.topics.MissingTopicsException;

/** What the process's exit code says; 0 and 2 are picocli's own. */
final class ExitCodes {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    static final int BROKER_UNREACHABLE = 3;
    static final int TOPICS_MISSING = 4;
    static final int ACCESS_DENIED = 5;

    private ExitCodes() {}

    static int of(Throwable e) {
        if (e instanceof BrokerUnreachableException) {
            return BROKER_UNREACHABLE;
        }
        if (e instanceof MissingTopicsException) {
            return TOPICS_MISSING;
        }
        if (e instanceof AccessDeniedException) {
            return ACCESS_DENIED;
        }
        return e instanceof SettingsException ? USAGE : FAILURE;
    }
}
