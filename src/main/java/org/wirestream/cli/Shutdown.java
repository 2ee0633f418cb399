package org.wirestream.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what a command has opened when the process is told to stop. */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private Shutdown() {}

    static void closing(AutoCloseable resource) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                resource.close();
                            } catch (Exception e) {
                                LOG.warn("stopping failed", e);
                            }
                        },
                        "wirestream-shutdown"));
    }
}
