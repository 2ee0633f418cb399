package org.wirestream.ingest;

/** A delivery that is not taken as it is; the message says why, for whoever sent it. */
final class DeliveryRefusedException extends Exception {
    private final int status;

    /** @param status HTTP's, which says the kind of refusal for a file too */
    DeliveryRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
