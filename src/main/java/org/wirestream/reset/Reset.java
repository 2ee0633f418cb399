package org.wirestream.reset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.wirestream.audit.AuditEntry;
import org.wirestream.audit.AuditLog;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.watch.StartPoint;

/**
 * Lets a stopped pipeline read its input again. Where its state is kept, a newer engine makes the items again that another one made,
 * with the same versions, and everything else is absorbed as repeats; without its state it begins as if it had never run. Output
 * topics are never touched. For one thread.
 */
public final class Reset implements AutoCloseable {
    private final Settings settings;
    private final String group;
    private final String raw;
    private final Admin admin;

    /**
     * Looks at the pipeline of the settings.
     *
     * @throws org.wirestream.topics.MissingTopicsException when there is no raw topic
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    public Reset(Settings settings) {
        this.settings = settings;
        this.group = settings.get(SettingKey.APPLICATION_ID);
        this.raw = Pipeline.topicNames(settings).raw();
        try (TopicAdmin topics = new TopicAdmin(settings.adminProperties())) {
            topics.requireAll(List.of(raw));
        }
        admin = Admin.create(settings.adminProperties());
    }

    /**
     * Works out what to do.
     *
     * @param from where in the raw topic to begin again, by its records' timestamps; the present place where it is earlier
     * @param state whether to forget all state too
     */
    public ResetPlan plan(StartPoint from, boolean state) throws InterruptedException {
        TopicDescription description = get(admin.describeTopics(List.of(raw)).allTopicNames())
                .values()
                .iterator()
                .next();
        OffsetSpec spec = from.time() == null
                ? OffsetSpec.earliest()
                : OffsetSpec.forTimestamp(from.time().toEpochMilli());
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        description.partitions().forEach(p -> asked.put(new TopicPartition(raw, p.partition()), spec));
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, ResetPlan.Rewind> rewinds = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> to :
                get(admin.listOffsets(asked).all()).entrySet()) {
            OffsetAndMetadata now = committed.get(to.getKey());
            long offset = to.getValue().offset();
            if (now != null && offset >= 0 && offset < now.offset()) {
                rewinds.put(to.getKey(), new ResetPlan.Rewind(now.offset(), offset));
            }
        }
        Set<String> internal = new TreeSet<>();
        Path local = Path.of(settings.get(SettingKey.STATE_DIR), group);
        if (state) {
            internal.addAll(Pipeline.internalTopics(settings));
            internal.retainAll(get(admin.listTopics().names()));
        }
        return new ResetPlan(group, rewinds, List.copyOf(internal), state && Files.isDirectory(local) ? local : null);
    }

    /**
     * Does it, and writes down that it was done.
     *
     * @throws IllegalStateException when instances are running
     * @throws org.wirestream.topics.MissingTopicsException when there is no audit topic
     */
    public void execute(ResetPlan plan) throws InterruptedException {
        if (plan.isEmpty()) {
            return;
        }
        new AuditLog(settings)
                .record(
                        "reset",
                        String.join("; ", plan.lines()),
                        () -> {
                            change(plan);
                            return plan;
                        },
                        done -> new AuditEntry.Outcome(AuditEntry.State.COMPLETE, "done"));
    }

    private void change(ResetPlan plan) throws InterruptedException {
        Optional<GroupListing> listing = get(admin.listGroups().all()).stream()
                .filter(g -> g.groupId().equals(group))
                .findFirst();
        if (listing.flatMap(GroupListing::groupState)
                .filter(s -> s != GroupState.EMPTY && s != GroupState.DEAD)
                .isPresent()) {
            throw new IllegalStateException(
                    "instances of %s are running; stop them all, or wait until the session of one that died is over"
                            .formatted(group));
        }
        boolean streams = listing.flatMap(GroupListing::type)
                .filter(GroupType.STREAMS::equals)
                .isPresent();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        plan.rewinds().forEach((partition, rewind) -> offsets.put(partition, new OffsetAndMetadata(rewind.to())));
        if (!plan.topics().isEmpty()) {
            // Before the topics: what is not there has no place that could be forgotten.
            Set<TopicPartition> gone = new TreeSet<>(Comparator.comparing(TopicPartition::toString));
            get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                    .keySet()
                    .forEach(partition -> {
                        if (!partition.topic().equals(raw)) {
                            gone.add(partition);
                        }
                    });
            if (!gone.isEmpty()) {
                get(
                        streams
                                ? admin.deleteStreamsGroupOffsets(group, gone).all()
                                : admin.deleteConsumerGroupOffsets(group, gone).all());
            }
            get(admin.deleteTopics(plan.topics()).all());
        }
        if (!offsets.isEmpty()) {
            get(
                    streams
                            ? admin.alterStreamsGroupOffsets(group, offsets).all()
                            : admin.alterConsumerGroupOffsets(group, offsets).all());
        }
        if (plan.state() != null) {
            delete(plan.state());
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s is not quite deleted: %s".formatted(directory, e.getMessage()), e);
        }
    }

    private <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException("the cluster refuses: " + cause.getMessage(), cause);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
