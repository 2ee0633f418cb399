package org.wirestream.dashboard;

/** A request that cannot be answered: its status and what the client is told. */
final class ProblemException extends Exception {
    private final int status;

    ProblemException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(400, detail);
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(404, detail);
    }

    int status() {
        return status;
    }
}
