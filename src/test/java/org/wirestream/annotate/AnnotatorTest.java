package org.wirestream.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.replay.Manifest;
import org.wirestream.terminal.Style;
import org.wirestream.wire.Limits;

class AnnotatorTest {
    private static final Annotator ANNOTATOR = new Annotator(
            new RawDecoder(Limits.DEFAULT),
            Enricher.load(),
            new Style(false, 100),
            Clock.fixed(Instant.parse("2026-03-02T04:00:00Z"), ZoneOffset.UTC));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private int annotate(Format format, Manifest manifest) {
        return annotate(format, manifest, directory.toString());
    }

    private int annotate(Format format, Manifest manifest, String... paths) {
        return ANNOTATOR.annotate(
                List.of(paths),
                manifest,
                InputStream.nullInputStream(),
                format,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldWriteEveryLineOfATextInTheGoldsShape() throws Exception {
        String text = "标题一则\r\n\r\n\u3000\u3000新华社巴黎3月1日电 法国总统马克龙1日会见客人。\r\n第二段 ,结束\u3000\r\n";
        Files.writeString(directory.resolve("001-visit.txt"), text);

        assertThat(annotate(Format.gold, Manifest.none())).isZero();

        List<String> lines = output().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .startsWith(
                        "{\"doc\":\"001-visit\",\"para\":1,\"text\":\"\u3000\u3000新华社巴黎3月1日电 法国总统马克龙1日会见客人。\",\"entities\":[{\"start\":2,\"end\":5,\"text\":\"新华社\",\"type\":\"ORG\"}")
                .contains("\"iso\":\"2026-03-01\"");
        JsonNode last = JsonMapper.builder().build().readTree(lines.get(2));
        assertThat(last.path("text").asText()).isEqualTo("第二段 ,结束\u3000");
        assertThat(last.has("primary")).isTrue();
    }

    @Test
    void shouldTakeIdDateAndVersionFromTheManifest() throws Exception {
        Files.writeString(directory.resolve("a.txt"), "标题\n新华社巴黎3月1日电 正文在此。\n第二段。");
        Path manifest = Files.writeString(
                directory.resolveSibling(directory.getFileName() + ".tsv"),
                "file\tid\tdate\tversion\na.txt\turn:x:1\t2019-03-02\t7\n");

        assertThat(annotate(Format.json, Manifest.read(manifest))).isZero();

        JsonNode item = JsonMapper.builder().build().readTree(output());
        assertThat(item.path("uri").asText()).isEqualTo("urn:x:1");
        assertThat(item.path("version").asText()).isEqualTo("7");
        assertThat(item.path("versionCreated").asText()).startsWith("2019-03-02");
        assertThat(item.path("enrichment")
                        .path("wire")
                        .path("dateline")
                        .path("date")
                        .asText())
                .isEqualTo("2019-03-01");
    }

    @Test
    void shouldNameWhatItCannotReadAndGoOn() throws Exception {
        Files.write(directory.resolve("a.txt"), new byte[] {0, 1, 2});
        Files.writeString(directory.resolve("b.json"), "{\"uri\":\"urn:x:2\"}");
        Files.writeString(
                directory.resolve("c.jsonl"), "{\"uri\":\"urn:x:3\",\"bodies\":[{\"value\":\"正文在此。\"}]}\n{\n");

        assertThat(annotate(Format.ninjs, Manifest.none())).isEqualTo(3);

        assertThat(output().lines()).hasSize(1).first().asString().contains("urn:x:3");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("a.txt", "b.json: NINJS_NO_BODY", "c.jsonl:2: JSON_SYNTAX");
    }

    @Test
    void shouldNeverSendWhatActsOnATerminal() throws Exception {
        Files.writeString(directory.resolve("a.txt"), "标题\u202E反转\n新华社巴黎3月1日电 正文\u2066隔离。\n第二段\u2028。");
        assertThat(annotate(Format.text, Manifest.none())).isZero();
        assertThat(output())
                .doesNotContain("\u202E", "\u2066", "\u2028", "\u001B")
                .contains("正文");
    }

    @Test
    void shouldGoOnWithTheOtherFilesWhereOneIsMissing() throws Exception {
        Path text = Files.writeString(directory.resolve("a.txt"), "标题\n新华社巴黎3月1日电 正文在此。");

        assertThat(annotate(
                        Format.ninjs,
                        Manifest.none(),
                        directory.resolve("none.txt").toString(),
                        text.toString()))
                .isEqualTo(1);

        assertThat(output().lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.txt", "does not exist");
    }

    @Test
    void shouldEndWhenNobodyReadsAnyMore() throws Exception {
        for (int i = 0; i < 5; i++) {
            Files.writeString(directory.resolve(i + ".txt"), "标题\n新华社巴黎3月1日电 正文在此。");
        }
        int[] written = {0};
        PrintStream closed = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        written[0]++;
                        throw new IOException("Broken pipe");
                    }
                },
                true,
                StandardCharsets.UTF_8);

        ANNOTATOR.annotate(
                List.of(directory.toString()),
                Manifest.none(),
                InputStream.nullInputStream(),
                Format.ninjs,
                closed,
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(written[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ninjs,{\"uri\":", "ninjs_2,{\"uri\":", "ninjs_1,{\"uri\":", "newsml_g2,<?xml version="})
    void shouldWriteOneDocumentALine(Format format, String begin) throws Exception {
        Files.writeString(directory.resolve("a.txt"), "标题\n新华社巴黎3月1日电 正文在此。\n第二段。");
        Files.writeString(directory.resolve("b.json"), "{\"uri\":\"urn:x:gone\",\"pubStatus\":\"canceled\"}");

        assertThat(annotate(format, Manifest.none())).isZero();

        assertThat(output().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith(begin));
        assertThat(output().lines().skip(1).findFirst().orElseThrow()).contains("urn:x:gone", "canceled");
    }

    @Test
    void shouldNameFormatsAsCommandsWriteThem() {
        assertThat(Format.values()).extracting(Format::toString).contains("newsml-g2", "ninjs-1", "ninjs-2", "json");
    }

    @Test
    void shouldWriteDatedEventsAsACalendar() throws Exception {
        Files.writeString(
                directory.resolve("a.txt"),
                "会议日程公布\n新华社里斯本2026年3月1日电 成员国将举行文化部长会议（2026年5月10日至12日，波尔图）、卫生部长会议（2026年6月3日，埃武拉）。");

        assertThat(annotate(Format.ics, Manifest.none())).isZero();

        assertThat(output())
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("SUMMARY:文化部长会议\r\n", "LOCATION:波尔图\r\n")
                .contains("DTSTART;VALUE=DATE:20260510\r\nDTEND;VALUE=DATE:20260513\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void shouldSayThatThereAreNoDatedEvents() throws Exception {
        Files.writeString(directory.resolve("a.txt"), "标题\n正文在此。");

        assertThat(annotate(Format.ics, Manifest.none())).isZero();

        assertThat(output()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no dated events");
    }

    @ParameterizedTest
    @CsvSource({"texts/001-a.txt,001-a", "b.jsonl:12,b:12", "c.json[3],c[3]", "noending,noending", "-,-"})
    void shouldNameDocumentsByTheirFiles(String source, String document) {
        assertThat(Annotator.document(source)).isEqualTo(document);
    }
}
