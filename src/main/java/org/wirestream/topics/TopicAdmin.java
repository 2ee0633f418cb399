package org.wirestream.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Compares topic definitions with a cluster and makes the cluster follow them; never deletes anything. */
public final class TopicAdmin implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration VISIBLE_POLL = Duration.ofMillis(20);
    private static final int MAX_REPLICATION = 3;

    private final Cluster cluster;

    /** @param properties of the admin client */
    public TopicAdmin(Map<String, Object> properties) {
        cluster = new Cluster(properties, TIMEOUT);
    }

    /**
     * What differs between the definitions and the cluster.
     *
     * @param prefix topics under it that are in no definition are mentioned
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public List<TopicDifference> diff(List<TopicDefinition> definitions, String prefix) {
        Set<String> existing = cluster.existing();
        Map<String, TopicDescription> descriptions = cluster.describe(definitions, existing);
        Map<String, Config> configs = cluster.configs(descriptions.keySet());
        List<TopicDifference> differences = new ArrayList<>();
        for (TopicDefinition definition : definitions) {
            TopicDescription description = descriptions.get(definition.name());
            if (description == null) {
                differences.add(new TopicDifference(
                        TopicDifference.Kind.MISSING,
                        definition.name(),
                        definition.partitions() + " partitions " + definition.configs()));
                continue;
            }
            int partitions = description.partitions().size();
            if (partitions != definition.partitions()) {
                differences.add(new TopicDifference(
                        TopicDifference.Kind.PARTITIONS,
                        definition.name(),
                        "has %d, defined %d".formatted(partitions, definition.partitions())));
            }
            configDifferences(definition, configs.get(definition.name()), differences);
        }
        Set<String> defined = new TreeSet<>();
        definitions.forEach(definition -> defined.add(definition.name()));
        existing.stream()
                .filter(name -> name.startsWith(prefix) && !defined.contains(name))
                .sorted()
                .forEach(name -> differences.add(
                        new TopicDifference(TopicDifference.Kind.UNKNOWN, name, "is in no definition; left alone")));
        return differences;
    }

    private static void configDifferences(
            TopicDefinition definition, @Nullable Config config, List<TopicDifference> differences) {
        definition.configs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    ConfigEntry actual = config == null ? null : config.get(entry.getKey());
                    if (actual == null || !entry.getValue().equals(actual.value())) {
                        differences.add(new TopicDifference(
                                TopicDifference.Kind.CONFIG,
                                definition.name(),
                                "%s is %s, defined %s"
                                        .formatted(
                                                entry.getKey(),
                                                actual == null ? "unset" : actual.value(),
                                                entry.getValue())));
                    }
                });
    }

    /**
     * Creates what is missing and sets what differs. Partitions are only ever added, and only when allowed, since keys
     * move with them. Returns when the cluster shows what was changed.
     *
     * @param replicationFactor of new topics; 0 for as many as there are brokers, three at most
     * @return what was done, for people; empty when nothing was to do
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public List<String> apply(
            List<TopicDefinition> definitions, String prefix, int replicationFactor, boolean addPartitions) {
        List<String> done = new ArrayList<>();
        Map<String, TopicDefinition> byName = new HashMap<>();
        definitions.forEach(definition -> byName.put(definition.name(), definition));
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        List<NewTopic> created = new ArrayList<>();
        Map<String, NewPartitions> added = new TreeMap<>();
        List<TopicDifference> differences = diff(definitions, prefix);
        Set<TopicDifference> changed = new HashSet<>();
        short replication = differences.stream().anyMatch(d -> d.kind() == TopicDifference.Kind.MISSING)
                ? replication(replicationFactor)
                : 0;
        for (TopicDifference difference : differences) {
            TopicDefinition definition = byName.get(difference.topic());
            if (definition == null) {
                continue;
            }
            switch (difference.kind()) {
                case MISSING -> {
                    changed.add(difference);
                    created.add(new NewTopic(
                                    definition.name(), Optional.of(definition.partitions()), Optional.of(replication))
                            .configs(definition.configs()));
                }
                case CONFIG -> {
                    changed.add(difference);
                    changes.put(
                            new ConfigResource(ConfigResource.Type.TOPIC, definition.name()),
                            operations(definition.configs()));
                }
                case PARTITIONS -> {
                    // Kafka cannot take partitions away.
                    if (addPartitions && cluster.partitions(definition.name()) < definition.partitions()) {
                        changed.add(difference);
                        added.put(definition.name(), NewPartitions.increaseTo(definition.partitions()));
                    } else {
                        done.add("left the partitions of %s alone: %s"
                                .formatted(definition.name(), difference.detail()));
                    }
                }
                case UNKNOWN -> {}
            }
        }
        if (!created.isEmpty()) {
            create(created, done);
        }
        if (!added.isEmpty()) {
            cluster.await(cluster.admin().createPartitions(added).all());
            added.keySet().forEach(name -> done.add("added partitions to %s (keys move)".formatted(name)));
        }
        if (!changes.isEmpty()) {
            cluster.await(cluster.admin().incrementalAlterConfigs(changes).all());
            changes.keySet().forEach(resource -> done.add("configured " + resource.name()));
        }
        awaitVisible(definitions, prefix, changed);
        return done;
    }

    /** Sets some of the configuration of topics that exist, whoever made them. */
    public void configure(Collection<String> topics, Map<String, String> configs) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        topics.forEach(topic -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), operations(configs)));
        cluster.await(cluster.admin().incrementalAlterConfigs(changes).all());
    }

    private void create(List<NewTopic> topics, List<String> done) {
        new TreeMap<>(cluster.admin().createTopics(topics).values()).forEach((name, created) -> {
            try {
                cluster.await(created);
                done.add("created " + name);
            } catch (KafkaException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                // Somebody else who applies at the same time was first.
                done.add("found %s created meanwhile".formatted(name));
            }
        });
    }

    /** A controller that has changed something is ahead of the brokers, and so of whoever asks them next. */
    private void awaitVisible(List<TopicDefinition> definitions, String prefix, Set<TopicDifference> changed) {
        long deadline = System.nanoTime() + cluster.timeout().toNanos();
        Set<TopicDifference> open = changed;
        while (!open.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new KafkaException("the cluster at %s took changes but does not show them after %d s: %s"
                        .formatted(cluster.bootstrapServers(), cluster.timeout().toSeconds(), open));
            }
            open = stillDifferent(definitions, prefix, changed);
        }
    }

    private Set<TopicDifference> stillDifferent(
            List<TopicDefinition> definitions, String prefix, Set<TopicDifference> changed) {
        try {
            Set<TopicDifference> open = new LinkedHashSet<>(diff(definitions, prefix));
            open.retainAll(changed);
            if (!open.isEmpty()) {
                Thread.sleep(VISIBLE_POLL.toMillis());
            }
            return open;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the cluster", e);
        } catch (KafkaException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                // One broker listed a topic that the next one asked does not know yet.
                return changed;
            }
            throw e;
        }
    }

    private static List<AlterConfigOp> operations(Map<String, String> configs) {
        return configs.entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private short replication(int asked) {
        return (short) (asked > 0 ? asked : Math.min(MAX_REPLICATION, cluster.brokers()));
    }

    /**
     * The id that the cluster was given when it was made, by which it is the same at any address.
     *
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public String clusterId() {
        return cluster.id();
    }

    /**
     * How many partitions a topic has.
     *
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public int partitions(String topic) {
        return cluster.partitions(topic);
    }

    /**
     * Makes sure that topics exist.
     *
     * @throws MissingTopicsException when some do not
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public void requireAll(Collection<String> names) {
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(cluster.existing());
        if (!missing.isEmpty()) {
            throw new MissingTopicsException(List.copyOf(missing));
        }
    }

    /**
     * Makes sure that this user may do what an application does.
     *
     * @throws AccessDeniedException naming what is lacking
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public void requireRights(Rights rights) {
        new AccessCheck(cluster).require(rights);
    }

    /**
     * A setting of a topic as it is in force, and where it comes from.
     *
     * @throws MissingTopicsException when there is no such topic
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public ConfigEntry setting(String topic, String key) {
        requireAll(List.of(topic));
        Config config = cluster.configs(List.of(topic)).get(topic);
        ConfigEntry entry = config == null ? null : config.get(key);
        if (entry == null) {
            throw new KafkaException("the cluster at %s says nothing of %s of topic %s"
                    .formatted(cluster.bootstrapServers(), key, topic));
        }
        return entry;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
