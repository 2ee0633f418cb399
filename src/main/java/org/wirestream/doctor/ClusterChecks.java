package org.wirestream.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.doctor.Finding.Check;
import org.wirestream.stream.Pipeline;
import org.wirestream.topics.AccessDeniedException;
import org.wirestream.topics.BrokerUnreachableException;
import org.wirestream.topics.ClusterHealth;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicDefinition;
import org.wirestream.topics.TopicDifference;

/** What a cluster says. */
final class ClusterChecks {
    private static final Duration CLOCK = Duration.ofSeconds(10);
    private static final Duration CLOCK_LIMIT = Duration.ofMinutes(5);
    private static final String MAY_NOT_LOOK =
            "allow Describe on the cluster to have it checked; the pipeline itself does not need that";

    private final Settings settings;

    ClusterChecks(Settings settings) {
        this.settings = settings;
    }

    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        try (ClusterHealth health = new ClusterHealth(settings.adminProperties());
                TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            List<TopicDefinition> topics = topics();
            brokers(health, topics, findings);
            findings.add(ifAllowed(Check.CLOCK, "the cluster's clock", () -> clock(health.clockAhead())));
            disks(health, findings);
            if (topics(admin, topics, findings)) {
                findings.add(rights(admin));
            }
        } catch (BrokerUnreachableException e) {
            findings.add(Finding.problem(
                    Check.BROKERS,
                    String.valueOf(e.getMessage()),
                    "check bootstrap.servers (%s), that a broker runs there, and that its advertised.listeners can be reached from here"
                            .formatted(settings.get(SettingKey.BOOTSTRAP_SERVERS))));
        } catch (AccessDeniedException e) {
            findings.add(Finding.problem(
                    Check.RIGHTS, String.valueOf(e.getMessage()), "see docs/security.md for users and rights"));
        }
        return findings;
    }

    /** What an instance reads and writes; it may not see an operator's and ingest's own notes. */
    private List<TopicDefinition> topics() {
        Set<String> notes = Pipeline.topicNames(settings).notes();
        return Pipeline.topics(settings, Pipeline.desks(settings).ids()).stream()
                .filter(topic -> !notes.contains(topic.name()))
                .toList();
    }

    private static void brokers(ClusterHealth health, List<TopicDefinition> topics, List<Finding> findings) {
        List<ClusterHealth.Broker> brokers = health.brokers();
        List<String> addresses =
                brokers.stream().map(ClusterHealth.Broker::address).sorted().toList();
        findings.add(Finding.ok(Check.BROKERS, "%d up: %s".formatted(brokers.size(), String.join(", ", addresses))));
        List<ClusterHealth.WeakPartition> weak =
                health.weakPartitions(topics.stream().map(TopicDefinition::name).toList());
        for (ClusterHealth.WeakPartition partition : weak) {
            findings.add(
                    partition.leader()
                            ? Finding.warning(
                                    Check.BROKERS,
                                    "%s-%d has %d of %d copies up to date"
                                            .formatted(
                                                    partition.topic(),
                                                    partition.partition(),
                                                    partition.inSync(),
                                                    partition.replicas()),
                                    "start the brokers that are down, or wait until they have caught up")
                            : Finding.problem(
                                    Check.BROKERS,
                                    "%s-%d has no leader".formatted(partition.topic(), partition.partition()),
                                    "start the brokers that hold it"));
        }
    }

    static Finding clock(Optional<Duration> ahead) {
        if (ahead.isEmpty()) {
            return Finding.ok(Check.CLOCK, "the cluster does not say what time it is");
        }
        Duration difference = ahead.get().abs();
        String text = "the cluster's clock is %.1f s %s this machine's"
                .formatted(difference.toMillis() / 1000.0, ahead.get().isNegative() ? "behind" : "ahead of");
        String mend = "synchronise both by NTP (chronyc tracking); items without a date take theirs from it";
        if (difference.compareTo(CLOCK_LIMIT) > 0) {
            return Finding.problem(Check.CLOCK, text, mend);
        }
        return difference.compareTo(CLOCK) > 0
                ? Finding.warning(Check.CLOCK, text, mend)
                : Finding.ok(Check.CLOCK, text);
    }

    private static void disks(ClusterHealth health, List<Finding> findings) {
        try {
            for (ClusterHealth.LogDirectory directory : health.logDirectories()) {
                String place = "broker %d, %s".formatted(directory.broker(), directory.path());
                if (directory.error() != null) {
                    findings.add(Finding.problem(
                            Check.DISK,
                            "%s cannot be used: %s".formatted(place, directory.error()),
                            "mend the broker's volume and start the broker again"));
                } else if (directory.totalBytes().isPresent()
                        && directory.usableBytes().isPresent()) {
                    findings.add(DiskSpace.judge(
                            place,
                            directory.totalBytes().getAsLong(),
                            directory.usableBytes().getAsLong(),
                            "make room on the broker, or shorten retention.bytes of wire.raw"));
                }
            }
        } catch (AccessDeniedException e) {
            findings.add(Finding.warning(Check.DISK, "the brokers' disks were not checked", MAY_NOT_LOOK));
        }
    }

    private static Finding ifAllowed(Check check, String what, Supplier<Finding> examination) {
        try {
            return examination.get();
        } catch (AccessDeniedException e) {
            return Finding.warning(check, what + " was not checked", MAY_NOT_LOOK);
        }
    }

    /** Whether all topics are there, or cannot be looked at. */
    private boolean topics(TopicAdmin admin, List<TopicDefinition> topics, List<Finding> findings) {
        List<TopicDifference> differences;
        try {
            differences = admin.diff(topics, settings.get(SettingKey.TOPIC_PREFIX));
        } catch (AccessDeniedException e) {
            findings.add(Finding.warning(
                    Check.CONFIGURATION,
                    "the topics' configuration was not checked",
                    "run doctor as an operator; the pipeline itself does not need that"));
            return true;
        }
        List<String> missing = of(differences, TopicDifference.Kind.MISSING, false);
        List<String> partitions = of(differences, TopicDifference.Kind.PARTITIONS, true);
        List<String> configurations = of(differences, TopicDifference.Kind.CONFIG, true);
        String apply = "wirestream topics apply -b " + settings.get(SettingKey.BOOTSTRAP_SERVERS);
        findings.add(
                missing.isEmpty()
                        ? Finding.ok(Check.TOPICS, "all %d are there".formatted(topics.size()))
                        : Finding.problem(
                                Check.TOPICS,
                                "%d of %d are missing: %s"
                                        .formatted(missing.size(), topics.size(), String.join(", ", missing)),
                                apply));
        if (!partitions.isEmpty()) {
            findings.add(Finding.warning(
                    Check.CONFIGURATION,
                    "partitions: " + String.join("; ", partitions),
                    "leave it, or %s --add-partitions, which moves keys".formatted(apply)));
        }
        if (!configurations.isEmpty()) {
            findings.add(Finding.problem(Check.CONFIGURATION, String.join("; ", configurations), apply));
        } else if (partitions.isEmpty() && missing.size() < topics.size()) {
            findings.add(Finding.ok(Check.CONFIGURATION, "topics are configured as defined"));
        }
        return missing.isEmpty();
    }

    private static List<String> of(List<TopicDifference> differences, TopicDifference.Kind kind, boolean detail) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .map(difference -> detail ? difference.topic() + " " + difference.detail() : difference.topic())
                .toList();
    }

    private Finding rights(TopicAdmin admin) {
        String id = settings.get(SettingKey.APPLICATION_ID);
        try {
            admin.requireRights(
                    Pipeline.rights(settings, Pipeline.desks(settings).ids()));
            return Finding.ok(Check.RIGHTS, "this user may do all that the pipeline %s does".formatted(id));
        } catch (AccessDeniedException e) {
            return Finding.problem(
                    Check.RIGHTS,
                    String.valueOf(e.getMessage()),
                    "grant them with kafka-acls; docs/security.md lists the commands");
        }
    }
}
