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
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TopicExistsException;

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
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof ConfigException
                    && String.valueOf(cause.getMessage()).contains("No resolvable")) {
                throw new BrokerUnreachableException(bootstrapServers, TIMEOUT.toSeconds(), cause);
            }
            throw new KafkaException(
                    "no client can be made for %s: %s; check the kafka.* settings"
                            .formatted(bootstrapServers, cause.getMessage()),
                    e);
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
        List<TopicDifference> differences = diff(definitions, prefix);
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
                    created.add(new NewTopic(
                                    definition.name(), Optional.of(definition.partitions()), Optional.of(replication))
                            .configs(definition.configs()));
                }
                case CONFIG ->
                    changes.put(
                            new ConfigResource(ConfigResource.Type.TOPIC, definition.name()), operations(definition));
                case PARTITIONS -> done.add(partitions(definition, difference, addPartitions));
                case UNKNOWN -> {}
            }
        }
        created.forEach(topic -> done.add(create(topic)));
        if (!changes.isEmpty()) {
            await(admin.incrementalAlterConfigs(changes).all());
            changes.keySet().forEach(resource -> done.add("configured " + resource.name()));
        }
        return done;
    }

    private String create(NewTopic topic) {
        try {
            await(admin.createTopics(List.of(topic)).all());
            return "created " + topic.name();
        } catch (KafkaException e) {
            if (e.getCause() instanceof TopicExistsException) {
                // Somebody else who applies at the same time was first.
                return "found %s created meanwhile".formatted(topic.name());
            }
            throw e;
        }
    }

    private static List<AlterConfigOp> operations(TopicDefinition definition) {
        return definition.configs().entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private String partitions(TopicDefinition definition, TopicDifference difference, boolean allowed) {
        // Kafka cannot take partitions away.
        if (allowed && count(definition.name()) < definition.partitions()) {
            await(admin.createPartitions(Map.of(definition.name(), NewPartitions.increaseTo(definition.partitions())))
                    .all());
            return "added partitions to %s (keys move)".formatted(definition.name());
        }
        return "left the partitions of %s alone: %s".formatted(definition.name(), difference.detail());
    }

    private int count(String topic) {
        return await(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    private short replication(int asked) {
        return (short)
                (asked > 0
                        ? asked
                        : Math.min(
                                MAX_REPLICATION,
                                await(admin.describeCluster().nodes()).size()));
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
            if (cause instanceof org.apache.kafka.common.errors.TimeoutException
                    || cause instanceof DisconnectException
                    || cause instanceof AuthenticationException) {
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
