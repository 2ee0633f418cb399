package org.wirestream.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.replay.OffsetRange;
import org.wirestream.replay.Progress;
import org.wirestream.replay.TopicReplaySummary;
import org.wirestream.replay.TopicReplayer;
import org.wirestream.replay.TopicSelection;
import org.wirestream.stream.TopicNames;
import org.wirestream.watch.StartPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code replay topic}: records that stand in a topic, once more into the raw topic. */
@Command(
        name = "topic",
        description = {
            "Copy raw records that stand in a topic to the raw topic of this pipeline, or of another one: by time, by offset, by item, or all.",
            "Key, value, headers and timestamp stay; two headers say what was replayed from where. The same pipeline absorbs what it",
            "has already, a fresh one takes it in. Each record is copied once, whatever dies; who did it stands in wire.audit."
        },
        footer = {
            "  wirestream replay topic --since 2026-01-31 --until 2026-02-01 --dry-run",
            "  wirestream replay topic --offsets 0:120-180 --offsets 2:17",
            "  wirestream replay topic --id urn:x:story-1",
            "  wirestream replay topic --all --source-topic wire.raw --set topic.prefix=fresh. --set application.id=fresh",
            "  wirestream replay topic --all --source-servers kafka-1:9092 -b 127.0.0.1:9092 --speed 10x",
            "  wirestream replay topic --resume 20260131-101500-7f3a"
        })
final class ReplayTopicCommand implements Callable<Integer> {
    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = TimeConverter.class,
            description = "records with this timestamp or a later one: an ISO day or date-time")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            converter = TimeConverter.class,
            description = "records with an earlier timestamp")
    private @Nullable Instant until;

    @Option(
            names = "--offsets",
            paramLabel = "PARTITION:FROM-TO",
            split = ",",
            converter = RangeConverter.class,
            description = "records of these stretches, both ends belong to them; 0:17 for one, 0:17- up to the end")
    private List<OffsetRange> offsets = List.of();

    @Option(names = "--id", paramLabel = "ID", description = "records of this item; several times for several items")
    private Set<String> ids = new LinkedHashSet<>();

    @Option(names = "--all", description = "every record")
    private boolean all;

    @Option(
            names = "--resume",
            paramLabel = "REPLAY",
            description = "go on with one that was stopped, broken off or killed")
    private @Nullable String resume;

    @Option(
            names = "--source-topic",
            paramLabel = "TOPIC",
            description = "where records stand, in full (default: the raw topic of the source's settings)")
    private @Nullable String sourceTopic;

    @Option(
            names = "--source-servers",
            paramLabel = "HOST:PORT",
            description = "the source's brokers, when they are others")
    private @Nullable String sourceServers;

    @Option(
            names = "--source-config",
            paramLabel = "FILE",
            description =
                    "the source's settings, when they are others (a cluster with other users); then nothing else holds for it")
    private @Nullable Path sourceConfig;

    @Mixin
    private PaceOption pace;

    @Option(names = "--dry-run", description = "count what would be copied, but copy nothing")
    private boolean dryRun;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    /** Reads a day or a date-time. */
    static final class TimeConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            Instant time = StartPoint.parse(value).time();
            if (time == null) {
                throw new IllegalArgumentException(
                        "'%s' is no time; write 2017-06-09 or 2017-06-09T12:00:00+08:00".formatted(value));
            }
            return time;
        }
    }

    /** Reads 0:120-180. */
    static final class RangeConverter implements ITypeConverter<OffsetRange> {
        @Override
        public OffsetRange convert(String value) {
            return OffsetRange.parse(value);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        TopicSelection selection = new TopicSelection(since, until, offsets, ids);
        boolean chosen = !selection.equals(TopicSelection.ALL);
        if ((resume == null && chosen == all) || (resume != null && (chosen || all || dryRun || sourceTopic != null))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say which records: --since, --until, --offsets and --id, which may be combined, or --all; --resume has its own");
        }
        Progress progress = Progress.to(System.err, Boolean.getBoolean("wirestream.terminal"));
        Settings target = options.load();
        Settings source = source(target);
        TopicReplayer replayer = new TopicReplayer(source, target, pace.pace(), progress);
        CountDownLatch reported = new CountDownLatch(1);
        Shutdown.closing(() -> {
            replayer.stop();
            reported.await(ReplayCommand.STOP_SECONDS, TimeUnit.SECONDS);
        });
        try {
            TopicReplaySummary summary = replay(replayer, source, selection, progress);
            System.out.println(summary.text());
            return summary.isClean() ? ExitCodes.OK : ExitCodes.FAILURE;
        } finally {
            reported.countDown();
        }
    }

    private TopicReplaySummary replay(
            TopicReplayer replayer, Settings source, TopicSelection selection, Progress progress)
            throws InterruptedException {
        try (progress) {
            if (resume != null) {
                return replayer.resume(resume);
            }
            String topic =
                    sourceTopic == null ? new TopicNames(source.get(SettingKey.TOPIC_PREFIX)).raw() : sourceTopic;
            return dryRun ? replayer.dryRun(topic, selection) : replayer.replay(topic, selection);
        }
    }

    private Settings source(Settings target) {
        if (sourceConfig != null) {
            return SettingsOptions.only(sourceConfig, sourceServers);
        }
        return sourceServers == null ? target : options.load(Map.of(SettingKey.BOOTSTRAP_SERVERS.key(), sourceServers));
    }
}
