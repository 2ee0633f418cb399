package org.wirestream.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordViewTest {
    private static final RecordView READABLE = RecordView.readable(
            "wire.", (item, out) -> out.println("ITEM " + item.path("uri").asText()));

    private final Headers headers = new RecordHeaders();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    wire.items               | {"uri":"x:a"}                                | ITEM x:a
                    wire.paragraphs          | {"uri":"x:a#p07","desks":["security","un"],"subjects":[{"name":"反恐","confidence":0.934}],"text":"各方\\n重申。"} | x:a#p07 [security, un] 反恐 0.93 ¦ 各方␊重申。
                    wire.desk.un             | {"uri":"x:a#p01","desks":["un"],"subjects":[],"text":"一"} | x:a#p01 [un] ¦ 一
                    wire.counts.subjects     | {"day":"2017-06-09","id":"terrorism","label":"反恐","items":1200,"paragraphs":3,"mentions":0} | 2017-06-09 terrorism 反恐: 1,200 items, 3 paragraphs, 0 mentions
                    wire.counts.hourly.desks | {"hour":"2017-06-09T08:00:00+08:00","id":"security","label":"安全","items":2,"paragraphs":3,"mentions":4} | 2017-06-09T08:00:00+08:00 security 安全: 2 items, 3 paragraphs, 4 mentions
                    wire.counts.total.desks  | {"id":"security","label":"安全","items":2,"paragraphs":3,"mentions":4} | in total security 安全: 2 items, 3 paragraphs, 4 mentions
                    wire.ninjs               | {"uri":"x:a","version":"2","versionCreated":"2017-06-09T00:00:00+08:00","headlines":[{"value":"公报"}]} | x:a version 2 of 2017-06-09T00:00:00+08:00 ¦ 公报
                    wire.raw                 | 新华社北京6月9日电                            | key 26 bytes ¦ 新华社北京6月9日电
                    wire.raw                 | {"uri":"x:a"}                                | key 13 bytes ¦ {"uri":"x:a"}
                    wirestream-x-changelog   | {"a":1}                                      | key 7 bytes ¦ {"a":1}
                    """)
    void shouldShowEachTopicInItsOwnWords(String topic, String value, String line) {
        assertThat(show(READABLE, topic, "key", value.getBytes(UTF_8))).isEqualTo(line.replace('¦', '|') + "\n");
    }

    @Test
    void shouldShowTombstonesAsWithdrawn() {
        assertThat(show(READABLE, "wire.items", "urn:x:a", null)).isEqualTo("withdrawn urn:x:a\n");
        assertThat(show(READABLE, "wire.desk.un", "urn:x:a#p01", null)).isEqualTo("withdrawn urn:x:a#p01\n");
    }

    @Test
    void shouldShowWhyALetterIsDeadAndWhereItCameFrom() {
        header("wire-dlq-reason", "JSON_SYNTAX");
        header("__streams.errors.message", "the JSON does not parse");
        header("__streams.errors.topic", "wire.raw");
        header("__streams.errors.partition", "2");
        header("__streams.errors.offset", "17");

        assertThat(show(READABLE, "wire.dlq", "urn:x:a", new byte[] {'{', (byte) 0xFF}))
                .isEqualTo("JSON_SYNTAX: the JSON does not parse (wire.raw-2@17, key urn:x:a, 2 bytes)\n");
        assertThat(show(READABLE, "wire.dlq", null, null)).contains("key -, no value");
    }

    @Test
    void shouldShortenLongTextsBetweenCharacters() {
        String text = "字".repeat(119) + "𠀀" + "字".repeat(50);

        assertThat(show(READABLE, "wire.raw", "k", text.getBytes(UTF_8)))
                .isEqualTo("k 511 bytes | " + "字".repeat(119) + "…\n");
    }

    @Test
    void shouldNotLetTheWireActOnTheTerminal() {
        String text = "a\u001B]0;x\u0007\u009B2J\u202E";

        assertThat(show(READABLE, "wire.raw", "\u001B[2J", text.getBytes(UTF_8)))
                .isEqualTo("␛[2J 14 bytes | a␛]0;x␇␡2J\uFFFD\n");
        assertThat(show(RecordView.json(), "wire.raw", "k", text.getBytes(UTF_8)))
                .contains("\"value\":\"a\\u001B]0;x\\u0007\\u009b2J\\u202e\"");
    }

    @Test
    void shouldSayWhenBytesAreNoText() {
        byte[] value = "新华社".getBytes(Charset.forName("GB18030"));

        assertThat(show(READABLE, "wire.raw", "k", value)).isEqualTo("k 6 bytes | (not UTF-8)\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"b": 1.10, "a":[]} | {"b":1.10,"a":[]}
                    [1]                 | [1]
                    新华社              | "新华社"
                    2017                | "2017"
                    {broken             | "{broken"
                    {} {}               | "{} {}"
                    {"a":"\\ud800"}     | {"a":"\\ud800"}
                    """)
    void shouldEmbedWhatIsJsonAndQuoteWhatIsNot(String value, String shown) {
        header("content-type", "text/plain");

        assertThat(show(RecordView.json(), "wire.raw", "urn:x:a", value.getBytes(UTF_8)))
                .isEqualTo(
                        "{\"topic\":\"wire.raw\",\"partition\":3,\"offset\":42,\"timestamp\":\"2017-06-09T04:00:00Z\","
                                + "\"key\":\"urn:x:a\",\"headers\":{\"content-type\":\"text/plain\"},\"value\":" + shown
                                + "}\n");
    }

    @Test
    void shouldQuoteJsonThatNestsTooDeep() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        assertThat(show(RecordView.json(), "wire.raw", "k", deep.getBytes(UTF_8)))
                .contains("\"value\":\"[[[");
    }

    @Test
    void shouldWriteBytesThatAreNoTextAsBase64AndNothingAsNull() {
        assertThat(show(RecordView.json(), "wire.raw", null, new byte[] {(byte) 0xFF, 0}))
                .contains("\"key\":null")
                .endsWith("\"value\":\"/wA=\",\"valueEncoding\":\"base64\"}\n");
        assertThat(show(RecordView.json(), "wire.items", "k", null)).endsWith("\"value\":null}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2017-06-09, 2017-06-08T16:00:00Z",
        "2017-06-09T12:00:00+08:00, 2017-06-09T04:00:00Z",
        "2017-06-09T12:00:00Z, 2017-06-09T12:00:00Z"
    })
    void shouldReadTimesToBeginAt(String text, Instant time) {
        assertThat(StartPoint.parse(text)).isEqualTo(StartPoint.at(time));
    }

    private void header(String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private String show(RecordView view, String topic, @Nullable String key, byte @Nullable [] value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>(
                topic,
                3,
                42,
                Instant.parse("2017-06-09T04:00:00Z").toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key == null ? null : key.getBytes(UTF_8),
                value,
                headers,
                Optional.empty());
        view.print(message, new PrintStream(bytes, true, UTF_8));
        return bytes.toString(UTF_8);
    }
}
