package org.wirestream.topics;

/** No broker answered in time, or it refused the connection. */
public final class BrokerUnreachableException extends RuntimeException {
    BrokerUnreachableException(String bootstrapServers, long seconds, Throwable cause) {
        super(
                "no broker answered at %s within %d s (%s); check bootstrap.servers, the network and the security settings"
                        .formatted(bootstrapServers, seconds, message(cause)),
                cause);
    }

    private static String message(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
