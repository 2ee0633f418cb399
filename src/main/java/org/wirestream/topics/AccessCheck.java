package org.wirestream.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/** Asks the cluster what it allows, without changing anything. A cluster without an authorizer allows everything. */
final class AccessCheck {
    private final Cluster cluster;

    AccessCheck(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Makes sure that rights are granted; topics other than internal ones must exist.
     *
     * @throws AccessDeniedException naming every right that is lacking
     */
    void require(Rights rights) {
        Map<String, Set<AclOperation>> needed = new TreeMap<>();
        rights.read().forEach(topic -> need(needed, topic, AclOperation.READ));
        rights.written().forEach(topic -> need(needed, topic, AclOperation.WRITE));
        Set<String> existing = cluster.existing();
        List<NewTopic> made = new ArrayList<>();
        for (String topic : rights.internal()) {
            if (existing.contains(topic)) {
                need(needed, topic, AclOperation.READ);
                need(needed, topic, AclOperation.WRITE);
            } else {
                made.add(new NewTopic(topic, Optional.of(1), Optional.empty()));
            }
        }
        // All at once, since each may have to wait for a coordinator.
        Map<String, KafkaFuture<TopicDescription>> descriptions = cluster.admin()
                .describeTopics(needed.keySet(), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        Map<String, KafkaFuture<?>> others = new TreeMap<>();
        cluster.admin()
                .createTopics(made, new CreateTopicsOptions().validateOnly(true))
                .values()
                .forEach((topic, created) -> others.put("create topic " + topic, created));
        others.put(
                "use group " + rights.group(),
                cluster.admin()
                        .describeConsumerGroups(List.of(rights.group()))
                        .describedGroups()
                        .get(rights.group()));
        if (rights.transactions() != null) {
            String id = rights.transactions() + "-access-check";
            others.put(
                    "use transactional ids that begin with " + rights.transactions(),
                    cluster.admin().describeTransactions(List.of(id)).description(id));
        }
        List<String> lacking = new ArrayList<>();
        lackingOperations(needed, descriptions)
                .forEach((operation, topics) -> lacking.add("%s %s"
                        .formatted(operation == AclOperation.READ ? "read" : "write", String.join(", ", topics))));
        others.forEach((what, answer) -> {
            if (isDenied(answer)) {
                lacking.add(what);
            }
        });
        if (!lacking.isEmpty()) {
            throw new AccessDeniedException(lacking);
        }
    }

    private static void need(Map<String, Set<AclOperation>> needed, String topic, AclOperation operation) {
        needed.computeIfAbsent(topic, t -> new TreeSet<>()).add(operation);
    }

    private Map<AclOperation, Set<String>> lackingOperations(
            Map<String, Set<AclOperation>> needed, Map<String, KafkaFuture<TopicDescription>> descriptions) {
        Map<AclOperation, Set<String>> lacking = new TreeMap<>();
        new HashMap<>(descriptions).forEach((topic, description) -> {
            Set<AclOperation> allowed = cluster.await(description).authorizedOperations();
            for (AclOperation operation : needed.getOrDefault(topic, Set.of())) {
                if (allowed != null && !allowed.contains(operation)) {
                    lacking.computeIfAbsent(operation, o -> new TreeSet<>()).add(topic);
                }
            }
        });
        return lacking;
    }

    private boolean isDenied(KafkaFuture<?> answer) {
        try {
            cluster.await(answer);
            return false;
        } catch (AccessDeniedException e) {
            return true;
        } catch (KafkaException e) {
            Throwable cause = e.getCause();
            if (cause instanceof GroupIdNotFoundException
                    || cause instanceof TransactionalIdNotFoundException
                    || cause instanceof TopicExistsException
                    || cause instanceof InvalidRequestException) {
                // There is no such thing yet, or another instance makes it at this moment.
                return false;
            }
            throw e;
        }
    }
}
