package org.wirestream.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows people how a replay goes: a bar on a terminal, else a plain line every few seconds and one at the end. */
public final class Progress implements ReplayListener, AutoCloseable {
    private static final long LINE_INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String ERASE_LINE = "\r\u001B[K";

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final boolean terminal;
    /** Made when there is something to show, so that a replay that cannot begin leaves no empty bar. */
    private @Nullable ProgressBar bar;

    private long lastLine;
    private @Nullable ReplayStatus last;

    private Progress(PrintStream out, LongSupplier nanoTime, boolean terminal) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.terminal = terminal;
    }

    /**
     * Shows progress.
     *
     * @param out usually standard error
     * @param terminal whether it is a terminal that can redraw a line
     */
    public static Progress to(PrintStream out, boolean terminal) {
        return new Progress(out, System::nanoTime, terminal);
    }

    /** Shows plain lines by a clock of its own. */
    static Progress lines(PrintStream out, LongSupplier nanoTime) {
        return new Progress(out, nanoTime, false);
    }

    private static ProgressBar bar(PrintStream out, ReplayStatus.Unit unit) {
        return new ProgressBarBuilder()
                .setTaskName("replay")
                .setInitialMax(-1)
                .setUnit(
                        unit == ReplayStatus.Unit.BYTES ? " KiB" : " offsets",
                        unit == ReplayStatus.Unit.BYTES ? 1024 : 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
    }

    @Override
    public void progressed(ReplayStatus status) {
        if (last == null) {
            // What came before the first record, such as looking for brokers, is no time of the replay's.
            lastLine = nanoTime.getAsLong();
        }
        last = status;
        if (terminal) {
            bar = bar == null ? bar(out, status.unit()) : bar;
            bar.maxHint(status.total() > 0 ? Math.max(status.total(), status.done()) : -1);
            bar.stepTo(status.done());
            bar.setExtraMessage(
                    String.format(Locale.ROOT, " %s, %.1f/s", ReplaySummary.records(status.records()), status.rate()));
        } else if (nanoTime.getAsLong() - lastLine >= LINE_INTERVAL_NANOS) {
            line(status);
        }
    }

    @Override
    public void refused(String message) {
        out.println((bar == null ? "" : ERASE_LINE) + message);
    }

    /** Ends the bar, or prints the last line; a second time it does nothing. */
    @Override
    public void close() {
        ReplayStatus status = last;
        last = null;
        if (bar != null) {
            bar.close();
        } else if (status != null) {
            line(status);
        }
        out.flush();
    }

    private void line(ReplayStatus status) {
        lastLine = nanoTime.getAsLong();
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "replay: %s, %,d", ReplaySummary.records(status.records()), status.done()));
        if (status.total() > 0) {
            line.append(String.format(Locale.ROOT, " of %,d", status.total()));
        }
        line.append(String.format(
                Locale.ROOT, " %s, %.1f/s", status.unit().name().toLowerCase(Locale.ROOT), status.rate()));
        status.remaining()
                .filter(left -> !left.isZero())
                .ifPresent(left -> line.append(", ").append(words(left)).append(" left"));
        out.println(line);
    }

    private static String words(Duration left) {
        long seconds = Math.max(1, Math.round(left.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
                : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
    }
}
