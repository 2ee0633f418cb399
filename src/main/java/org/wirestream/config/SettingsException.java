package org.wirestream.config;

/** A setting that is unknown or has a value that is not allowed; the message names it and where it was set. */
public final class SettingsException extends RuntimeException {
    SettingsException(String message) {
        super(message);
    }
}
