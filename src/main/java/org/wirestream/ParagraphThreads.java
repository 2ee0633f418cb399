package org.wirestream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Threads that help whoever works on a long item with its paragraphs. All who enrich share them: whom none is free for does the
 * work alone, so nobody waits for a thread. Idle ones end. Safe for use by many threads.
 */
final class ParagraphThreads {
    private static final int IDLE_SECONDS = 10;

    private final int threads;
    private final Executor pool;

    /** @param threads how many help at most; 0 for none */
    ParagraphThreads(int threads) {
        this.threads = threads;
        this.pool = threads == 0 ? task -> {} : pool(threads);
    }

    private static Executor pool(int threads) {
        return new ThreadPoolExecutor(
                0,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "wirestream-paragraphs");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Works on parts, here and on the threads that are free, and returns when all are done.
     *
     * @return the results in the order of the parts, whoever made them
     */
    <S, T> List<T> map(List<S> parts, Function<S, T> work) {
        List<FutureTask<T>> tasks = new ArrayList<>(parts.size());
        for (S part : parts) {
            tasks.add(new FutureTask<>(() -> work.apply(part)));
        }
        // A task runs once, for the first who comes; the others pass on to the next.
        Runnable all = () -> tasks.forEach(FutureTask::run);
        for (int i = 1; i < parts.size() && i <= threads; i++) {
            pool.execute(all);
        }
        all.run();
        return tasks.stream().map(ParagraphThreads::result).toList();
    }

    private static <T> T result(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // The others' work is under way and short; the caller learns of it below.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
