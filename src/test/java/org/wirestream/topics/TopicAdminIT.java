package org.wirestream.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.topics.TopicDifference.Kind;

/** One broker for all; each example has topics under a prefix of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicAdminIT {
    private EmbeddedBroker broker;
    private TopicAdmin admin;

    @BeforeAll
    void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory, 0);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @BeforeEach
    void connect() {
        admin = new TopicAdmin(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void shouldCreateEveryTopicOnceWithAsManyReplicasAsThereAreBrokers() {
        List<TopicDefinition> topics = TopicCatalog.load().topics("all.", List.of("economy", "security"));
        assertThat(admin.diff(topics, "all."))
                .hasSameSizeAs(topics)
                .allSatisfy(difference -> assertThat(difference.kind()).isEqualTo(Kind.MISSING));

        assertThat(admin.apply(topics, "all.", 0, false))
                .hasSameSizeAs(topics)
                .contains("created all.raw", "created all.desk.economy");

        assertThat(admin.diff(topics, "all.")).isEmpty();
        assertThat(admin.apply(topics, "all.", 0, false)).isEmpty();
        admin.requireAll(topics.stream().map(TopicDefinition::name).toList());
    }

    /** A broker learns of what the controller did a little later; repeated, since it mostly is quick. */
    @Test
    void shouldReturnOnlyWhenTheClusterShowsWhatWasCreated() {
        for (int attempt = 0; attempt < 20; attempt++) {
            String name = "seen.raw" + attempt;
            admin.apply(List.of(topic(name, 1, "1000")), "seen.", 1, false);
            admin.requireAll(List.of(name));
        }
    }

    @Test
    void shouldTellBothValuesOfAConfigurationThatDiffersAndSetIt() {
        admin.apply(List.of(topic("config.raw", 1, "1000")), "config.", 1, false);
        List<TopicDefinition> changed = List.of(topic("config.raw", 1, "2000"));

        assertThat(admin.diff(changed, "config."))
                .containsExactly(new TopicDifference(Kind.CONFIG, "config.raw", "retention.ms is 1000, defined 2000"));
        assertThat(admin.apply(changed, "config.", 1, false)).containsExactly("configured config.raw");
        assertThat(admin.diff(changed, "config.")).isEmpty();
    }

    @Test
    void shouldAddPartitionsOnlyWhenAllowedAndNeverTakeThemAway() {
        admin.apply(List.of(topic("parts.raw", 2, "1000")), "parts.", 1, false);
        List<TopicDefinition> more = List.of(topic("parts.raw", 3, "1000"));
        List<TopicDefinition> fewer = List.of(topic("parts.raw", 1, "1000"));

        assertThat(admin.apply(more, "parts.", 1, false))
                .containsExactly("left the partitions of parts.raw alone: has 2, defined 3");
        assertThat(admin.apply(fewer, "parts.", 1, true))
                .containsExactly("left the partitions of parts.raw alone: has 2, defined 1");
        assertThat(admin.apply(more, "parts.", 1, true)).containsExactly("added partitions to parts.raw (keys move)");
        assertThat(admin.diff(more, "parts.")).isEmpty();
    }

    @Test
    void shouldMentionTopicsThatAreInNoDefinitionAndLeaveThem() {
        admin.apply(List.of(topic("other.old", 1, "1000")), "other.", 1, false);

        assertThat(admin.diff(List.of(), "other."))
                .extracting(TopicDifference::kind, TopicDifference::topic)
                .containsExactly(tuple(Kind.UNKNOWN, "other.old"));
        assertThat(admin.apply(List.of(), "other.", 1, true)).isEmpty();
        admin.requireAll(List.of("other.old"));
    }

    @Test
    void shouldNameMissingTopicsAndTheCommandThatCreatesThem() {
        assertThatThrownBy(() -> admin.requireAll(List.of("missing.b", "missing.a")))
                .isInstanceOf(MissingTopicsException.class)
                .hasMessageContaining("missing.a, missing.b")
                .hasMessageContaining("wirestream topics apply");
    }

    @Test
    void shouldSayWhyTheClusterRefuses() {
        assertThatThrownBy(() -> admin.apply(List.of(topic("refused.raw", 1, "1000")), "refused.", 3, false))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("replication factor");
    }

    @Test
    void shouldSayWhichBrokerDoesNotAnswer() {
        try (TopicAdmin nowhere = new TopicAdmin(
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400))) {
            assertThatThrownBy(() -> nowhere.requireAll(List.of("raw")))
                    .isInstanceOf(BrokerUnreachableException.class)
                    .hasMessageContaining("127.0.0.1:1")
                    .hasMessageContaining("bootstrap.servers");
        }
    }

    @Test
    void shouldNotBlameTheBrokerForAClientThatCannotBeMade() {
        assertThatThrownBy(() -> new TopicAdmin(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "security.protocol", "TELEPATHY")))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("security.protocol");
    }

    private static TopicDefinition topic(String name, int partitions, String retention) {
        return new TopicDefinition(name, partitions, Map.of("retention.ms", retention), "key", "value", "readers");
    }
}
