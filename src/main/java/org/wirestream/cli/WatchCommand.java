package org.wirestream.cli;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.subject.Vocabulary;
import org.wirestream.terminal.ItemView;
import org.wirestream.watch.RecordView;
import org.wirestream.watch.StartPoint;
import org.wirestream.watch.TopicReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: what a subscriber of a topic sees. */
@Command(
        name = "watch",
        description =
                "Print the records of a topic as they are committed. The prefix of a topic's name may be left out.",
        footer = {
            "  wirestream watch items",
            "  wirestream watch desk.security --from beginning --exit-at-end",
            "  wirestream watch dlq --from 2026-01-31T00:00:00+08:00 --json --limit 10"
        })
final class WatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TOPIC", description = "items, ninjs, paragraphs, desk.<desk>, counts.<kind>, dlq, raw")
    private String topic;

    @Option(
            names = "--from",
            paramLabel = "WHERE",
            defaultValue = "end",
            converter = StartConverter.class,
            description = "beginning, end, or an ISO date-time (default: ${DEFAULT-VALUE})")
    private StartPoint from;

    @Option(names = "--limit", paramLabel = "N", description = "stop after N records")
    private @Nullable Long limit;

    @Option(names = "--exit-at-end", description = "stop at the last record that was there at the beginning")
    private boolean exitAtEnd;

    @Option(names = "--json", description = "one JSON object a record, with key, headers and position")
    private boolean json;

    @Mixin
    private ColorOption color;

    @Mixin
    private SettingsOptions options;

    /** Reads beginning, end or a time. */
    static final class StartConverter implements ITypeConverter<StartPoint> {
        @Override
        public StartPoint convert(String value) {
            return StartPoint.parse(value);
        }
    }

    @Override
    public Integer call() {
        Settings settings = options.load();
        RecordView view = json ? RecordView.json() : readable(settings);
        TopicReader reader = new TopicReader(settings);
        Shutdown.closing(reader::stop);
        OptionalLong most = limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
        reader.read(new TopicReader.Request(topic, from, most, exitAtEnd), record -> {
            view.print(record, System.out);
            return !System.out.checkError();
        });
        return ExitCodes.OK;
    }

    private RecordView readable(Settings settings) {
        ItemView items = new ItemView(color.style(), Vocabulary.load(), Pipeline.desks(settings));
        return RecordView.readable(settings.get(SettingKey.TOPIC_PREFIX), items::print);
    }
}
