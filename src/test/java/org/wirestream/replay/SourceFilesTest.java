package org.wirestream.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirestream.wire.Feed;

class SourceFilesTest {
    @TempDir
    Path directory;

    private InputStream standardInput = InputStream.nullInputStream();
    private Manifest manifest = Manifest.none();

    @BeforeEach
    void writeFiles() throws IOException {
        write("wires/b.txt", "二");
        write("wires/a/z.TXT", "一");
        write("wires/c.json", "{\"uri\":\"x:c\"}");
        write("wires/d.jsonl", "\uFEFF{\"uri\":\"x:1\"}\r\n\r\n \t\n{\"uri\":\"x:2\"} \n{broken");
        write("wires/e.ndjson", "{\"uri\":\"x:3\"}\n");
        write("wires/.hidden.txt", "no");
        write("wires/.git/config.txt", "no");
        write("wires/notes.md", "no");
    }

    @Test
    void shouldReadDirectoriesSortedWithoutHiddenAndOtherFiles() throws IOException {
        assertThat(described("wires"))
                .containsExactly(
                        "z.TXT text/plain 一",
                        "b.txt text/plain 二",
                        "c.json application/json {\"uri\":\"x:c\"}",
                        "d.jsonl:1 application/json {\"uri\":\"x:1\"}",
                        "d.jsonl:4 application/json {\"uri\":\"x:2\"}",
                        "d.jsonl:5 application/json {broken",
                        "e.ndjson:1 application/json {\"uri\":\"x:3\"}");
    }

    @Test
    void shouldReadPathsInTheOrderGiven() throws IOException {
        assertThat(described("wires/notes.md", "wires/.hidden.txt", "wires/b.txt"))
                .containsExactly("notes.md text/plain no", ".hidden.txt text/plain no", "b.txt text/plain 二");
    }

    @Test
    void shouldPassBytesOnUntouched() throws IOException {
        byte[] bytes = "\uFEFF新华社北京6月9日电\r\n　　正文。\r\n".getBytes(Charset.forName("GB18030"));
        Files.write(directory.resolve("gb.txt"), bytes);

        assertThat(records("gb.txt").get(0).value()).isEqualTo(bytes);
    }

    @Test
    void shouldReadStandardInputAsOneText() throws IOException {
        standardInput = new ByteArrayInputStream("第一行\n第二行\n".getBytes(UTF_8));

        assertThat(described("-")).containsExactly("stdin text/plain 第一行\n第二行\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '[{"a":[1,{}]}, {"b":"],["}]'  | '{"a":[1,{}]}' | '{"b":"],["}'
                    '\uFEFF[ {"a":"\\\\"},\n 7 ]\n'  | '{"a":"\\\\"}' | '7'
                    '[{"a":1},{"b":nonsense}]'     | '{"a":1}'      | '{"b":nonsense}'
                    """)
    void shouldCutAnArrayOfDocumentsByteForByte(String array, String first, String second) throws IOException {
        write("all.json", array);

        assertThat(described("all.json"))
                .containsExactly("all.json[0] application/json " + first, "all.json[1] application/json " + second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '[{"a":1},{"b":2}'
                    '[{"a":1}] {"b":2}'
                    '{"a":[1,2]}'
                    '"text"'
                    ''
                    """)
    void shouldLeaveWhatIsNoArrayForThePipelineToJudge(String json) throws IOException {
        write("one.json", json);

        assertThat(described("one.json")).containsExactly("one.json application/json " + json);
    }

    @Test
    void shouldCutDeeplyNestedDocumentsFromTheirNeighbours() throws IOException {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        write("deep.json", "[" + deep + ",{}]");

        assertThat(records("deep.json"))
                .extracting(RawRecord::value)
                .containsExactly(deep.getBytes(UTF_8), new byte[] {'{', '}'});
    }

    @Test
    void shouldReadNoFurtherThanAsked() throws IOException {
        SourceFiles files = files("wires/b.txt", "wires/d.jsonl", "wires/e.ndjson");
        Files.delete(directory.resolve("wires/e.ndjson"));

        try (Stream<RawRecord> records = files.records()) {
            Iterator<RawRecord> next = records.iterator();
            assertThat(next.next().source()).isEqualTo("b.txt");
            assertThat(next.next().source()).isEqualTo("d.jsonl:1");
            assertThat(next.next().source()).isEqualTo("d.jsonl:4");
            assertThat(next.next().source()).isEqualTo("d.jsonl:5");
            assertThatThrownBy(next::hasNext)
                    .cause()
                    .isInstanceOf(SourceException.class)
                    .hasMessageEndingWith("e.ndjson cannot be read: there is no such file");
        }
    }

    @Test
    void shouldKeepJustEnoughOfALineThatIsTooLong() throws IOException {
        byte[] lines = "{\"a\":1}\n{\"b\":\"too long\"}\n{\"c\":3}".getBytes(UTF_8);
        JsonLines reader = new JsonLines(new ByteArrayInputStream(lines), 8);

        assertThat(reader.next()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(reader.next()).hasSize(9);
        assertThat(reader.next()).asString(UTF_8).isEqualTo("{\"c\":3}");
        assertThat(reader.next()).isNull();
    }

    @Test
    void shouldTellTheSizeOfAllFiles() throws IOException {
        assertThat(files("wires/a", "wires/b.txt", "-").totalBytes()).isEqualTo(6);
    }

    @Test
    void shouldNameWhatCannotBeRead() throws IOException {
        Files.createDirectory(directory.resolve("empty"));

        assertThatThrownBy(() -> files("wires", "nowhere/x.txt"))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith("nowhere/x.txt does not exist");
        assertThatThrownBy(() -> files("empty"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("empty has no [.txt, .json, .jsonl, .ndjson] files");
    }

    @Test
    void shouldTakeIdDateAndVersionFromTheManifest() throws IOException {
        manifest = manifest("file\tid\tdate\tversion\nb.txt\turn:x:b\t2017-06-09\t2\n");
        Instant received = Instant.parse("2020-01-01T00:00:00Z");

        RawRecord text = records("wires/b.txt").get(0);

        assertThat(text.feed(received))
                .isEqualTo(new Feed("urn:x:b", "2", OffsetDateTime.parse("2017-06-09T00:00:00+08:00"), null, received));
        assertThat(headers(text.producerRecord("wire.raw")))
                .containsExactly(
                        "content-type=text/plain",
                        "wire-source=b.txt",
                        "wire-version=2",
                        "wire-date=2017-06-09T00:00:00+08:00");
        assertThat(text.producerRecord("wire.raw").key()).asString(UTF_8).isEqualTo("urn:x:b");
    }

    @Test
    void shouldSendNoKeyAndNoEmptyHeadersWithoutManifest() throws IOException {
        ProducerRecord<byte[], byte[]> sent = records("wires/c.json").get(0).producerRecord("wire.raw");

        assertThat(sent.key()).isNull();
        assertThat(sent.timestamp()).isNull();
        assertThat(headers(sent)).containsExactly("content-type=application/json", "wire-source=c.json");
    }

    @Test
    void shouldRefuseOneIdForSeveralItems() throws IOException {
        write("all.json", "[{},{}]");
        manifest = manifest("file\tid\nd.jsonl\turn:x:d\nall.json\turn:x:all\n");

        assertThatThrownBy(() -> files("wires/d.jsonl"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("d.jsonl the id urn:x:d, but it holds several items");
        assertThatThrownBy(() -> records("all.json"))
                .cause()
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("all.json the id urn:x:all, but it holds several items");
    }

    private void write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
    }

    private Manifest manifest(String table) throws IOException {
        return Manifest.read(Files.writeString(directory.resolve("manifest.tsv"), table));
    }

    private SourceFiles files(String... paths) throws SourceException {
        List<String> arguments = Arrays.stream(paths)
                .map(path -> path.equals("-") ? path : directory.resolve(path).toString())
                .toList();
        return SourceFiles.of(arguments, manifest, standardInput);
    }

    private List<RawRecord> records(String... paths) throws SourceException {
        try (Stream<RawRecord> records = files(paths).records()) {
            return records.toList();
        }
    }

    private List<String> described(String... paths) throws SourceException {
        return records(paths).stream()
                .map(r -> r.source() + " " + r.contentType() + " " + new String(r.value(), UTF_8))
                .toList();
    }

    private static List<String> headers(ProducerRecord<byte[], byte[]> sent) {
        return Arrays.stream(sent.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .toList();
    }
}
