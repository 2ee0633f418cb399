package org.wirestream.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;

/** A report for people, and as JSON. */
public final class ReportText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final double MEGABYTE = 1 << 20;

    private ReportText() {}

    /** Every figure of a report, of growth or of scaling as JSON. */
    public static String json(Object report) {
        try {
            return MAPPER.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written", e);
        }
    }

    /** Tables. */
    public static String tables(Report report) {
        StringBuilder out = new StringBuilder();
        Machine machine = report.machine();
        line(out, "%s, %d cores, %s, %s", machine.processor(), machine.cores(), machine.system(), machine.java());
        line(out, "%s; load before %.1f", String.join(" ", machine.options()), machine.load());
        line(
                out,
                "%s: %d items, median %,d characters, longest %,d; medians of %d rounds (least to most)",
                report.workload().source(),
                report.workload().items(),
                report.workload().median(),
                report.workload().longest(),
                report.rounds());
        report.engines().forEach(engine -> engine(engine, out));
        return out.toString().stripTrailing();
    }

    /** What growth costs, as a table. */
    public static String tables(GrowthBench.Growth growth) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "%10s %12s %16s %10s %14s %10s",
                "items",
                "count keys",
                "CPU µs an item",
                "heap MB",
                "resident MB",
                "state MB");
        for (GrowthBench.Step step : growth.steps()) {
            line(
                    out,
                    "%,10d %,12d %,16.0f %10.0f %14.0f %10.1f",
                    step.items(),
                    step.countKeys(),
                    step.cpuMicros(),
                    step.heapBytes() / MEGABYTE,
                    step.residentBytes() / MEGABYTE,
                    step.stateBytes() / MEGABYTE);
        }
        line(
                out,
                "items of %,d characters: %,.0f CPU ns a character; of %,d: %,.0f",
                growth.shortCharacters(),
                growth.shortNanos(),
                growth.longCharacters(),
                growth.longNanos());
        line(
                out,
                "start to running: %,d ms with its state, %,d ms when it must be restored",
                growth.restartMillis(),
                growth.restoreMillis());
        return out.toString().stripTrailing();
    }

    /** What partitions and instances are worth, as a table. */
    public static String tables(ScalingBench.Scaling scaling) {
        StringBuilder out = new StringBuilder();
        line(out, "%d items of %,d characters a run, one thread an instance", scaling.items(), scaling.characters());
        line(
                out,
                "%10s %10s  %-28s %-32s %s",
                "partitions",
                "instances",
                "items/s",
                "characters/CPU s",
                "of the first");
        double first = scaling.steps().get(0).itemsPerSecond().median();
        for (ScalingBench.Step step : scaling.steps()) {
            line(
                    out,
                    "%10d %10d  %-28s %-32s %.2f",
                    step.partitions(),
                    step.instances(),
                    spread("%.1f", step.itemsPerSecond()),
                    whole(step.charactersPerCpuSecond()),
                    step.itemsPerSecond().median() / first);
        }
        return out.toString().stripTrailing();
    }

    /** What a start takes, in a line. */
    public static String line(StartBench.ColdStart start) {
        return format(
                "from the process's start to the first enriched record: the first time %,.0f ms, then %s ms (%s)",
                start.first(), spread("%,.0f", start.again()), String.join(" ", start.options()));
    }

    private static void engine(Report.EngineReport engine, StringBuilder out) {
        line(out, "");
        line(
                out,
                "%s: %,d items of %,d characters a run, after %,d characters, runs of the pipeline until they got no faster and one of the others to warm up",
                engine.engine(),
                engine.items(),
                engine.characters(),
                engine.warmUp());
        Start start = engine.start();
        line(
                out,
                "  loaded in %,d ms, first item %,d ms, %,d ms since the JVM started; live heap %.0f MB, resident %.0f MB",
                start.loadMillis(),
                start.firstMillis(),
                start.sinceStartMillis(),
                start.heapBytes() / MEGABYTE,
                start.residentBytes() / MEGABYTE);
        line(out, "  %-28s %7s  %-32s %-32s %s", "", "threads", "characters/s", "characters/CPU s", "items/s");
        for (Report.Throughput run : engine.runs()) {
            line(
                    out,
                    "  %-28s %7d  %-32s %-32s %s",
                    run.name(),
                    run.threads(),
                    whole(run.charactersPerSecond()),
                    whole(run.charactersPerCpuSecond()),
                    spread("%.1f", run.itemsPerSecond()));
        }
        line(out, "  %-60s %-20s %s", "", "by wall clock", "by CPU time");
        for (Report.Ratio ratio : engine.ratios()) {
            line(out, "  %-60s %-20s %s", ratio.name(), spread("%.2f", ratio.wall()), spread("%.2f", ratio.cpu()));
        }
        line(out, "  %-28s %12s %12s", "stage", "ns/character", "bytes/char.");
        for (Stages.Stage stage : engine.stages()) {
            line(out, "  %-28s %,12.0f %,12.0f", stage.name(), stage.nanos(), stage.bytes());
        }
        LatencyBench.Latency latency = engine.latency();
        if (latency != null) {
            line(
                    out,
                    "  latency at %.1f items/s, %d items: p50 %.0f ms, p99 %.0f ms, longest %.0f ms",
                    latency.rate(),
                    latency.items(),
                    latency.p50(),
                    latency.p99(),
                    latency.most());
        }
        if (engine.written() != null) {
            written(engine.written(), engine.items(), out);
        }
    }

    private static void written(Report.Written written, int items, StringBuilder out) {
        line(
                out,
                "  written for each item: %.0f records, %,d bytes in all topics, %.1f for each byte of raw text (zstd)",
                (double) written.records() / items,
                written.bytes() / items,
                (double) written.bytes() / written.rawBytes());
    }

    private static String whole(Spread spread) {
        return spread("%,.0f", spread);
    }

    private static String spread(String number, Spread spread) {
        return format(number + " (" + number + " to " + number + ")", spread.median(), spread.least(), spread.most());
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(format(format, values)).append('\n');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
