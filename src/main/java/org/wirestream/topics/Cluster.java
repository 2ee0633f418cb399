package org.wirestream.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;

/** An admin client that waits for its answers and says in its exceptions which cluster did not give them. */
final class Cluster implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    /** The client's own timeout comes first, since it knows why. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Admin admin;
    private final String bootstrapServers;
    private final Duration timeout;

    /** @param usual how long to wait unless the properties say it */
    Cluster(Map<String, Object> properties, Duration usual) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) usual.toMillis());
        timeout = Duration.ofMillis(
                Long.parseLong(String.valueOf(all.get(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG))));
        all.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis() / 2);
        bootstrapServers = String.valueOf(all.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
        admin = create(all, bootstrapServers, timeout);
    }

    private static Admin create(Map<String, Object> properties, String bootstrapServers, Duration timeout) {
        try {
            return Admin.create(properties);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof ConfigException
                    && String.valueOf(cause.getMessage()).contains("No resolvable")) {
                throw new BrokerUnreachableException(bootstrapServers, timeout.toSeconds(), cause);
            }
            throw new KafkaException(
                    "no client can be made for %s: %s; check the kafka.* settings"
                            .formatted(bootstrapServers, cause.getMessage()),
                    e);
        }
    }

    Admin admin() {
        return admin;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** How long an answer is waited for. */
    Duration timeout() {
        return timeout;
    }

    int brokers() {
        return await(admin.describeCluster().nodes()).size();
    }

    int partitions(String topic) {
        return await(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    /** The id that the cluster was given when it was made. */
    String id() {
        return await(admin.describeCluster().clusterId());
    }

    /** The names of all topics. */
    Set<String> existing() {
        return await(admin.listTopics().names());
    }

    /** The topics among the definitions that exist. */
    Map<String, TopicDescription> describe(List<TopicDefinition> definitions, Set<String> existing) {
        List<String> names = definitions.stream()
                .map(TopicDefinition::name)
                .filter(existing::contains)
                .toList();
        return await(admin.describeTopics(names).allTopicNames());
    }

    /** The configuration of topics. */
    Map<String, Config> configs(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> configs = new HashMap<>();
        await(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }

    /**
     * Waits for an answer.
     *
     * @throws BrokerUnreachableException when there is none
     * @throws AccessDeniedException when this user is unknown or not allowed
     * @throws KafkaException when the cluster refuses for another reason, with its reason as the cause
     */
    <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof org.apache.kafka.common.errors.TimeoutException
                    || cause instanceof DisconnectException) {
                throw new BrokerUnreachableException(bootstrapServers, timeout.toSeconds(), cause);
            }
            if (cause instanceof AuthenticationException refused) {
                throw AccessDeniedException.of(bootstrapServers, refused);
            }
            if (cause instanceof AuthorizationException denied) {
                throw AccessDeniedException.of(bootstrapServers, denied);
            }
            throw new KafkaException(
                    "the cluster at %s refused: %s".formatted(bootstrapServers, cause.getMessage()), cause);
        } catch (TimeoutException e) {
            throw new BrokerUnreachableException(bootstrapServers, timeout.toSeconds(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the cluster", e);
        }
    }

    @Override
    public void close() {
        admin.close(CLOSE_TIMEOUT);
    }
}
