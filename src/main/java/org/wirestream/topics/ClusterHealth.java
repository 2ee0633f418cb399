package org.wirestream.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;

/** What a cluster says of its own health. Nothing is changed. */
public final class ClusterHealth implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Cluster cluster;

    /** @param properties of the admin client */
    public ClusterHealth(Map<String, Object> properties) {
        cluster = new Cluster(properties, TIMEOUT);
    }

    /**
     * A broker.
     *
     * @param address host and port
     */
    public record Broker(int id, String address) {}

    /**
     * A directory in which a broker keeps partitions.
     *
     * @param error why it cannot be used; null when it can
     * @param totalBytes size of its volume; empty when the broker does not say
     * @param usableBytes what is left of it
     */
    public record LogDirectory(
            int broker, String path, @Nullable String error, OptionalLong totalBytes, OptionalLong usableBytes) {}

    /**
     * A partition that lacks something.
     *
     * @param leader whether it has a leader: without one nobody can read or write it
     * @param replicas copies that it should have
     * @param inSync copies that are up to date
     */
    public record WeakPartition(String topic, int partition, boolean leader, int replicas, int inSync) {}

    /**
     * A group of instances.
     *
     * @param state as the cluster names it: Stable, Empty, PreparingRebalance
     * @param members stream threads, of all instances
     */
    public record Group(String state, int members) {}

    /**
     * The brokers that are up.
     *
     * @throws BrokerUnreachableException when none answers
     */
    public List<Broker> brokers() {
        List<Broker> brokers = new ArrayList<>();
        for (Node node : cluster.await(cluster.admin().describeCluster().nodes())) {
            brokers.add(new Broker(node.id(), node.host() + ":" + node.port()));
        }
        return brokers;
    }

    /**
     * The brokers' directories; asks for the right to describe the cluster.
     *
     * @throws AccessDeniedException when this user has not got it
     */
    public List<LogDirectory> logDirectories() {
        List<Integer> ids = brokers().stream().map(Broker::id).toList();
        List<LogDirectory> directories = new ArrayList<>();
        cluster.await(cluster.admin().describeLogDirs(ids).allDescriptions())
                .forEach((broker, described) -> described.forEach((path, directory) -> directories.add(new LogDirectory(
                        broker,
                        path,
                        directory.error() == null ? null : directory.error().getMessage(),
                        directory.totalBytes(),
                        directory.usableBytes()))));
        return directories;
    }

    /** The partitions of topics that have no leader, or fewer copies up to date than they should have. */
    public List<WeakPartition> weakPartitions(Collection<String> topics) {
        TreeSet<String> names = new TreeSet<>(topics);
        names.retainAll(cluster.existing());
        List<WeakPartition> weak = new ArrayList<>();
        Map<String, TopicDescription> described =
                cluster.await(cluster.admin().describeTopics(names).allTopicNames());
        for (String name : names) {
            TopicDescription topic = described.get(name);
            for (TopicPartitionInfo partition : topic == null ? List.<TopicPartitionInfo>of() : topic.partitions()) {
                int replicas = partition.replicas().size();
                int inSync = partition.isr().size();
                if (partition.leader() == null || inSync < replicas) {
                    weak.add(new WeakPartition(
                            name, partition.partition(), partition.leader() != null, replicas, inSync));
                }
            }
        }
        return weak;
    }

    /**
     * How far the cluster's clock is ahead of this machine's, as the controller stamps its own place in the metadata; asks for the
     * right to describe the cluster.
     *
     * @return the difference, exact to the time of one request; empty when the controller does not say
     * @throws AccessDeniedException when this user has not got the right
     */
    public Optional<Duration> clockAhead() {
        Instant before = Instant.now();
        QuorumInfo quorum =
                cluster.await(cluster.admin().describeMetadataQuorum().quorumInfo());
        Instant after = Instant.now();
        Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
        return quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .map(QuorumInfo.ReplicaState::lastCaughtUpTimestamp)
                .filter(OptionalLong::isPresent)
                .map(stamp -> Duration.between(middle, Instant.ofEpochMilli(stamp.getAsLong())))
                .findFirst();
    }

    /**
     * The group of an application's instances.
     *
     * @return empty when there is none yet
     * @throws BrokerUnreachableException when the cluster does not answer
     */
    public Optional<Group> group(String id) {
        return cluster.await(cluster.admin().listGroups().valid()).stream()
                .filter(group -> group.groupId().equals(id))
                .findFirst()
                .map(this::describe);
    }

    private Group describe(GroupListing group) {
        Set<String> id = Set.of(group.groupId());
        if (group.type().filter(GroupType.STREAMS::equals).isPresent()) {
            return cluster.await(cluster.admin().describeStreamsGroups(id).all()).values().stream()
                    .map(described -> new Group(
                            described.groupState().toString(),
                            described.members().size()))
                    .findFirst()
                    .orElseThrow();
        }
        return cluster.await(cluster.admin().describeConsumerGroups(id).all()).values().stream()
                .map(described -> new Group(
                        described.groupState().toString(), described.members().size()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
