package org.wirestream;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is loaded on a thread of its own while the caller does something else.
 *
 * @param <T> what is loaded
 */
public final class Loading<T extends @Nullable Object> {
    private final FutureTask<T> task;

    private Loading(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins to load. */
    public static <T extends @Nullable Object> Loading<T> begin(Supplier<T> loader) {
        FutureTask<T> task = new FutureTask<>(loader::get);
        Thread thread = new Thread(task, "wirestream-loader");
        thread.setDaemon(true);
        thread.start();
        return new Loading<>(task);
    }

    /** What was loaded; throws what the loader threw. */
    public T await() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while something was loaded", e);
        }
    }
}
