package org.wirestream.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;

/** Compares topic definitions with a cluster and makes the cluster follow them; never deletes anything. */
public final class TopicAdmin implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_REPLICATION = 3;

    private final Admin admin;
    private final String bootstrapServers;

    /** @param properties of the admin client */
    public TopicAdmin(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        all.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis() / 2);
        bootstrapServers = String.valueOf(all.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
        admin = create(all, bootstrapServers);
    }

    private static Admin create(Map<String, Object> properties, String bootstrapServers) {
        try {
            return Admin.create(properties);
        } catch (KafkaException e) {
            throw new BrokerUnreachableException(
                    bootstrapServers, TIMEOUT.toSeconds(), e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * What differs between the definitions and the cluster.
     *
     * @param prefix topics under it that are in no definition are mentioned
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public List<TopicDifference> diff(List<TopicDefinition> definitions, String prefix) {
        Set<String> existing = existing();
        Map<String, TopicDescription> descriptions = describe(definitions, existing);
        Map<String, Config> configs = configs(descriptions.keySet());
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
            TopicDefinition definition,
            @org.jspecify.annotations.Nullable Config config,
            List<TopicDifference> differences) {
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
     * move with them.
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
        for (TopicDifference difference : diff(definitions, prefix)) {
            TopicDefinition definition = byName.get(difference.topic());
            if (definition == null) {
                continue;
            }
            switch (difference.kind()) {
                case MISSING -> {
                    created.add(new NewTopic(
                                    definition.name(),
                                    Optional.of(definition.partitions()),
                                    Optional.of(replication(replicationFactor)))
                            .configs(definition.configs()));
                    done.add("created " + definition.name());
                }
                case CONFIG ->
                    changes.put(
                            new ConfigResource(ConfigResource.Type.TOPIC, definition.name()), operations(definition));
                case PARTITIONS -> done.add(partitions(definition, difference, addPartitions));
                case UNKNOWN -> {}
            }
        }
        if (!created.isEmpty()) {
            await(admin.createTopics(created).all());
        }
        if (!changes.isEmpty()) {
            await(admin.incrementalAlterConfigs(changes).all());
            changes.keySet().forEach(resource -> done.add("configured " + resource.name()));
        }
        return done;
    }

    private static List<AlterConfigOp> operations(TopicDefinition definition) {
        return definition.configs().entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private String partitions(TopicDefinition definition, TopicDifference difference, boolean allowed) {
        if (allowed) {
            await(admin.createPartitions(Map.of(definition.name(), NewPartitions.increaseTo(definition.partitions())))
                    .all());
            return "added partitions to %s (keys move)".formatted(definition.name());
        }
        return "left the partitions of %s alone: %s".formatted(definition.name(), difference.detail());
    }

    private short replication(int asked) {
        int brokers = await(admin.describeCluster().nodes()).size();
        return (short) (asked > 0 ? asked : Math.min(MAX_REPLICATION, brokers));
    }

    /**
     * Makes sure that topics exist.
     *
     * @throws MissingTopicsException when some do not
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public void requireAll(Collection<String> names) {
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(existing());
        if (!missing.isEmpty()) {
            throw new MissingTopicsException(List.copyOf(missing));
        }
    }

    /**
     * A setting of a topic as it is in force, and where it comes from.
     *
     * @throws MissingTopicsException when there is no such topic
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public ConfigEntry setting(String topic, String key) {
        requireAll(List.of(topic));
        Config config = configs(List.of(topic)).get(topic);
        ConfigEntry entry = config == null ? null : config.get(key);
        if (entry == null) {
            throw new KafkaException(
                    "the cluster at %s says nothing of %s of topic %s".formatted(bootstrapServers, key, topic));
        }
        return entry;
    }

    private Set<String> existing() {
        return await(admin.listTopics().names());
    }

    private Map<String, TopicDescription> describe(List<TopicDefinition> definitions, Set<String> existing) {
        List<String> names = definitions.stream()
                .map(TopicDefinition::name)
                .filter(existing::contains)
                .toList();
        return await(admin.describeTopics(names).allTopicNames());
    }

    private Map<String, Config> configs(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> configs = new HashMap<>();
        await(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }

    private <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT.toMillis() + 2_000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof RetriableException
                    || cause instanceof org.apache.kafka.common.errors.AuthenticationException) {
                throw new BrokerUnreachableException(bootstrapServers, TIMEOUT.toSeconds(), cause);
            }
            throw new KafkaException(
                    "the cluster at %s refused: %s".formatted(bootstrapServers, cause.getMessage()), cause);
        } catch (TimeoutException e) {
            throw new BrokerUnreachableException(bootstrapServers, TIMEOUT.toSeconds(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the cluster", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
