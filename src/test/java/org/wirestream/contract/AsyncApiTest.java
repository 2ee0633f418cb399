package org.wirestream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Vocabulary;
import org.wirestream.topics.TopicCatalog;
import org.wirestream.topics.TopicDefinition;

/** The document of the topics, held against the definitions of topics and against AsyncAPI itself. */
class AsyncApiTest {
    private final AsyncApi document = AsyncApi.load();

    private static List<TopicDefinition> topics() {
        return TopicCatalog.load().topics("wire.", Desks.load(Vocabulary.load()).ids());
    }

    @Test
    void shouldBeADocumentOfAsyncApi() {
        assertThat(document.documentErrors()).isEmpty();
    }

    @Test
    void shouldHaveAChannelForEveryTopicAndNoOther() {
        assertThat(document.channelsByTopic().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        topics().stream().map(TopicDefinition::name).toList());
    }

    @Test
    void shouldTellTheTopicsAsTheyAreDefined() {
        for (TopicDefinition topic : topics()) {
            JsonNode kafka = document.written()
                    .path("channels")
                    .path(document.channel(topic.name()))
                    .path("bindings")
                    .path("kafka");
            assertThat(kafka.path("partitions").asInt()).as(topic.name()).isEqualTo(topic.partitions());
            Map<String, String> configs = new HashMap<>();
            kafka.path("topicConfiguration").properties().forEach(config -> {
                List<String> values = new ArrayList<>();
                config.getValue().forEach(value -> values.add(value.asText()));
                configs.put(
                        config.getKey(), values.isEmpty() ? config.getValue().asText() : String.join(",", values));
            });
            assertThat(configs).as(topic.name()).isEqualTo(topic.configs());
        }
    }

    @Test
    void shouldHaveAnOperationForEveryMessageOfEveryChannel() {
        Map<String, Set<String>> operated = new TreeMap<>();
        document.written().path("operations").forEach(operation -> {
            String channel = operation.path("channel").path("$ref").asText().replace("#/channels/", "");
            operation
                    .path("messages")
                    .forEach(message -> operated.computeIfAbsent(channel, c -> new HashSet<>())
                            .add(message.path("$ref").asText().replaceAll(".*/", "")));
        });
        Map<String, Set<String>> carried = new TreeMap<>();
        new HashSet<>(document.channelsByTopic().values())
                .forEach(channel -> carried.put(channel, new HashSet<>(document.messages(channel))));
        assertThat(operated).isEqualTo(carried);
    }

    @Test
    void shouldShowAnExampleOfEveryMessageThatItsOwnSchemasAccept() {
        document.written().path("components").path("messages").properties().forEach(message -> {
            String name = message.getKey();
            JsonNode examples = message.getValue().path("examples");
            boolean isBare = message.getValue().path("headers").isMissingNode()
                    && document.payloadErrors(name, "null").isEmpty();
            assertThat(examples.size()).as(name).isGreaterThanOrEqualTo(isBare ? 0 : 1);
            for (JsonNode example : examples) {
                assertThat(document.payloadErrors(name, example.path("payload").toString()))
                        .as(name)
                        .isEmpty();
                Map<String, String> headers = new HashMap<>();
                example.path("headers")
                        .properties()
                        .forEach(header ->
                                headers.put(header.getKey(), header.getValue().asText()));
                assertThat(document.headerErrors(name, headers)).as(name).isEmpty();
            }
        });
    }
}
