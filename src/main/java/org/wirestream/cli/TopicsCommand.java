package org.wirestream.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicDefinition;
import org.wirestream.topics.TopicDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code topics list|diff|apply}. */
@Command(
        name = "topics",
        description = "List the pipeline's topics, compare them with the cluster, create them.",
        footer = {"  wirestream topics diff -b kafka-1:9092 || wirestream topics apply -b kafka-1:9092"},
        subcommands = {TopicsCommand.ListTopics.class, TopicsCommand.Diff.class, TopicsCommand.Apply.class})
final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a subcommand: list, diff or apply");
    }

    /** What the three subcommands share. */
    abstract static class Base implements Callable<Integer> {
        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Settings settings = options.load();
            return call(
                    settings,
                    Pipeline.topics(settings, Pipeline.desks(settings).ids()),
                    spec.commandLine().getOut());
        }

        abstract int call(Settings settings, List<TopicDefinition> topics, PrintWriter out);
    }

    @Command(
            name = "list",
            description = "Print the topics as they are defined.",
            footer = {"  wirestream topics list --set topic.prefix=news."})
    static final class ListTopics extends Base {
        @Override
        int call(Settings settings, List<TopicDefinition> topics, PrintWriter out) {
            topics.forEach(topic -> out.println("%-28s %2d partitions  key: %s; value: %s; read by %s"
                    .formatted(topic.name(), topic.partitions(), topic.key(), topic.value(), topic.readers())));
            return ExitCodes.OK;
        }
    }

    @Command(
            name = "diff",
            description = "Print what differs between the definitions and the cluster; exit code 1 when anything does.",
            footer = {"  wirestream topics diff -b kafka-1:9092"})
    static final class Diff extends Base {
        @Override
        int call(Settings settings, List<TopicDefinition> topics, PrintWriter out) {
            try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
                List<TopicDifference> differences = admin.diff(topics, settings.get(SettingKey.TOPIC_PREFIX));
                differences.forEach(d -> out.println(
                        "%-10s %-28s %s".formatted(d.kind().name().toLowerCase(Locale.ROOT), d.topic(), d.detail())));
                boolean same = differences.stream().allMatch(d -> d.kind() == TopicDifference.Kind.UNKNOWN);
                out.println(same ? "the cluster is as defined" : differences.size() + " differences");
                return same ? ExitCodes.OK : ExitCodes.FAILURE;
            }
        }
    }

    @Command(
            name = "apply",
            description = "Create missing topics and set configurations that differ. Never deletes.",
            footer = {"  wirestream topics apply -b kafka-1:9092 --set replication.factor=3"})
    static final class Apply extends Base {
        @Option(
                names = "--add-partitions",
                description = "also add partitions where a topic has fewer; keys move with them")
        private boolean addPartitions;

        @Override
        int call(Settings settings, List<TopicDefinition> topics, PrintWriter out) {
            try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
                List<String> done = admin.apply(
                        topics,
                        settings.get(SettingKey.TOPIC_PREFIX),
                        settings.getInt(SettingKey.REPLICATION_FACTOR),
                        addPartitions);
                done.forEach(out::println);
                if (done.isEmpty()) {
                    out.println("nothing to do: the cluster is as defined");
                }
                return ExitCodes.OK;
            }
        }
    }
}
