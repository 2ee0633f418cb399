package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenTelemetry's trace context, from the raw record to whatever comes of it. */
class TraceContextTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String STATE = "vendor=t61rcWkgMzE";
    private static final String STORY = "新华社里斯本3月1日电 葡萄牙总统1日在里斯本会见到访的联合国秘书长。\n各国军队在边境举行联合反恐军事演习，打击恐怖主义和毒品走私。";

    @TempDir
    Path directory;

    @Test
    void shouldReachEveryOutputOfTheItem() {
        try (TopologyFixture topology = new TopologyFixture(directory)) {
            topology.send("urn:a", STORY, "traceparent", PARENT, "tracestate", STATE);
            assertThat(topology.topicsSentTo()).contains("wire.items", "wire.ninjs", "wire.paragraphs");
            assertThat(topology.topicsSentTo()).anyMatch(topic -> topic.startsWith("wire.desk."));
            for (String topic : topology.topicsSentTo()) {
                if (!topic.contains("counts")) {
                    assertThat(RawHeaders.text(topology.lastHeaders(topic), "traceparent"))
                            .as(topic)
                            .isEqualTo(PARENT);
                    assertThat(RawHeaders.text(topology.lastHeaders(topic), "tracestate"))
                            .as(topic)
                            .isEqualTo(STATE);
                }
            }
        }
    }

    @Test
    void shouldReachTombstonesAndDeadLetters() {
        try (TopologyFixture topology = new TopologyFixture(directory)) {
            topology.send("urn:a", STORY);
            assertThat(RawHeaders.text(topology.lastHeaders("wire.items"), "traceparent"))
                    .isNull();
            topology.send("urn:a", (String) null, "traceparent", PARENT);
            assertThat(topology.records("wire.items")).isEmpty();
            assertThat(RawHeaders.text(topology.lastHeaders("wire.items"), "traceparent"))
                    .isEqualTo(PARENT);
            topology.send("urn:b", " ", "traceparent", PARENT);
            assertThat(topology.deadLetters())
                    .singleElement()
                    .satisfies(letter -> assertThat(TopologyFixture.header(letter, "traceparent"))
                            .isEqualTo(PARENT));
        }
    }
}
