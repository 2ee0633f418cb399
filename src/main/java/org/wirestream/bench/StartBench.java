package org.wirestream.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.wirestream.Engine;
import org.wirestream.config.SettingKey;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.TopicNames;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Vocabulary;

/** How long a new process of {@code run} takes from its start to the first enriched record, against a broker that runs already. */
public final class StartBench {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String MAIN = "org.wirestream.cli.Main";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(10);

    private final Engine engine;
    private final int threads;
    private final int rounds;
    private final Consumer<String> progress;

    /** @param progress is told how far it is */
    public StartBench(Engine engine, int threads, int rounds, Consumer<String> progress) {
        this.engine = engine;
        this.threads = threads;
        this.rounds = rounds;
        this.progress = progress;
    }

    /**
     * From the start of the process until a read_committed consumer has the item that waited for it, in ms.
     *
     * @param options of the process's virtual machine
     * @param first the pipeline's very first start, which makes its topics and state
     * @param again the starts after it
     */
    public record ColdStart(List<String> options, double first, Spread again) {}

    /** Measures; takes a quarter of a minute a round. */
    public ColdStart run(Workload workload) throws Exception {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .toList();
        RawItem item = workload.between(0, 1_000).get(0);
        try (Site site = Site.open(engine, threads, Desks.load(Vocabulary.load()))) {
            double first = start(site, options, item.withId(item.id() + ":first"));
            List<Double> again = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                again.add(start(site, options, item.withId(item.id() + ":" + round)));
                progress.accept("start %d of %d".formatted(round, rounds));
            }
            return new ColdStart(options, first, Spread.of(again, Double::doubleValue));
        }
    }

    private double start(Site site, List<String> options, RawItem item) throws Exception {
        TopicNames topics = Pipeline.topicNames(site.settings());
        Map<String, Object> properties = new HashMap<>(site.settings().consumerProperties());
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topics.items()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            site.send(topics.raw(), List.of(item));
            long begin = System.nanoTime();
            Process process = process(site, options);
            try {
                while (consumer.poll(POLL).isEmpty()) {
                    if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                        throw new IllegalStateException(
                                "the instance enriched nothing; its log is %s".formatted(log(site)));
                    }
                }
                return (System.nanoTime() - begin) / 1e6;
            } finally {
                process.destroy();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        }
    }

    private Process process(Site site, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "run"));
        for (SettingKey key :
                List.of(SettingKey.BOOTSTRAP_SERVERS, SettingKey.STATE_DIR, SettingKey.ENGINE, SettingKey.THREADS)) {
            command.addAll(List.of("--set", key.key() + "=" + site.settings().get(key)));
        }
        command.addAll(List.of("--set", "metrics.port=0"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(site).toFile()))
                .start();
    }

    private static Path log(Site site) {
        return Path.of(site.settings().get(SettingKey.STATE_DIR)).resolveSibling("instance.log");
    }
}
