package org.wirestream.replay;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Says in words what the platform says with an exception's class. */
final class Causes {
    private Causes() {}

    static String of(Exception failure) {
        Throwable e =
                failure instanceof UncheckedIOException && failure.getCause() != null ? failure.getCause() : failure;
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemLoopException) {
            return "its links lead in a circle";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
