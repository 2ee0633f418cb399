package org.wirestream.broker;

/** The embedded broker cannot start; the message names the directory and what to do. */
public final class BrokerStartException extends RuntimeException {
    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }

    BrokerStartException(String message) {
        super(message);
    }
}
