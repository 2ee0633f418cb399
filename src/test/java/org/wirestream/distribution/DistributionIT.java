package org.wirestream.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives as a user has them: unpacked somewhere, run from somewhere else. Needs a platform that archives are made for. */
class DistributionIT {
    private static final long LIMIT = 150_000_000;
    /** A link to a file that comes with the document. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    private static final String STORY = "新华社里斯本3月1日电 葡萄牙总统会见联合国秘书长。\n双方就气候变化交换了意见。\n";

    @TempDir
    static Path directory;

    private static Path elsewhere;
    private static Path full;
    private static Path slim;

    /** What a run has left behind. */
    private record Run(int code, String out, String err) {}

    @BeforeAll
    static void unpack() throws Exception {
        elsewhere = Files.createDirectory(directory.resolve("else where"));
        Files.writeString(elsewhere.resolve("新闻.txt"), STORY);
        Path unpacked = Files.createDirectory(directory.resolve("full"));
        Process tar = new ProcessBuilder(
                        "tar",
                        "-xzf",
                        archive("(?!.*slim).*\\.tar\\.gz").toAbsolutePath().toString())
                .directory(unpacked.toFile())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        full = onlyFolder(unpacked);
        slim = onlyFolder(unzip(archive(".*-slim\\.zip"), Files.createDirectory(directory.resolve("slim"))));
    }

    private static List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(
                            file -> file.getFileName().toString().matches("wirestream-[0-9].*-.*\\.(?:tar\\.gz|zip)"))
                    .toList();
        }
    }

    private static Path archive(String pattern) throws IOException {
        return archives().stream()
                .filter(file -> file.getFileName().toString().matches(pattern))
                .findFirst()
                .orElseThrow(() -> new AssertionError("target has no archive like " + pattern + "; run mvn package"));
    }

    private static Path unzip(Path archive, Path into) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = into.resolve(entry.getName()).normalize();
                assertThat(file.startsWith(into)).as(entry.getName()).isTrue();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
        return into;
    }

    private static Path onlyFolder(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.reduce((a, b) -> {
                        throw new AssertionError("more than one folder at the top: " + a + ", " + b);
                    })
                    .orElseThrow();
        }
    }

    private static Run run(Path home, String... arguments) throws Exception {
        // A zip that Java unpacks has no execution bits.
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("bin/wirestream").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "run", ".out");
        Path err = Files.createTempFile(directory, "run", ".err");
        Process process = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Run(
                process.waitFor(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void shouldStaySmall() throws Exception {
        assertThat(archives())
                .hasSize(4)
                .allSatisfy(archive ->
                        assertThat(Files.size(archive)).as(archive.toString()).isLessThan(LIMIT));
    }

    @Test
    void shouldHoldWhatAUserNeeds() throws Exception {
        for (Path home : List.of(full, slim)) {
            assertThat(List.of(
                            "bin/wirestream",
                            "lib/wirestream.jar",
                            "topics/wire-topics.json",
                            "conf/wirestream.properties",
                            "completions/wirestream.bash",
                            "man/man1/wirestream.1",
                            "man/man1/wirestream-run.1",
                            "README.md",
                            "LICENSE",
                            "NOTICE",
                            "wirestream-sbom.json",
                            "deploy/prometheus/alerts.yml",
                            "deploy/grafana/dashboards/wirestream.json",
                            "examples/WireConsumer.java"))
                    .allSatisfy(name -> assertThat(home.resolve(name)).isNotEmptyFile());
            assertThat(Files.readString(home.resolve("man/man1/wirestream-run.1")))
                    .contains(".SH \"NAME\"", "wirestream-run \\- Run", "bootstrap\\-servers", ".SH \"EXAMPLES:\"");
            assertThat(Files.readString(home.resolve("completions/wirestream.bash")))
                    .contains("complete -F");
        }
        assertThat(full.resolve("bin/wirestream")).isExecutable();
    }

    @Test
    void shouldHoldWhatItsDocumentsReferTo() throws Exception {
        List<Path> documents;
        try (Stream<Path> files = Files.walk(slim)) {
            documents = files.filter(file -> file.toString().endsWith(".md")).toList();
        }
        assertThat(documents)
                .hasSizeGreaterThan(10)
                .allSatisfy(document -> assertThat(LINK.matcher(Files.readString(document))
                                .results()
                                .map(link -> link.group(1)))
                        .as(document.toString())
                        .allSatisfy(link ->
                                assertThat(document.resolveSibling(link)).exists()));
    }

    @Test
    void shouldAnnotateFromAnotherFolder() throws Exception {
        for (Path home : List.of(full, slim)) {
            Run run = run(home, "annotate", "--format", "json", "新闻.txt");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("country:PT", "联合国");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void shouldAskForTextsToMeasureWith() throws Exception {
        Run run = run(full, "bench", "--bare");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("name texts: wirestream bench");
    }

    @Test
    void shouldReadTraditionalCharacters() throws Exception {
        Files.writeString(elsewhere.resolve("trad.txt"), "中央社台北3月1日電 聯合國秘書長1日會見葡萄牙總統，雙方討論氣候變化。\n");
        Run run = run(full, "annotate", "--format", "json", "trad.txt");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("zh-Hant", "country:PT");
    }

    @Test
    void shouldReadItsExampleConfiguration() throws Exception {
        Run run = run(
                full,
                "config",
                "show",
                "--config",
                full.resolve("conf/wirestream.properties").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("/var/lib/wirestream/state");
    }

    /** The broker, RocksDB, the encoder and compression each load native code. */
    @Test
    void shouldShowTheDemo() throws Exception {
        Run run = run(full, "demo", "--once");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("阿斯塔纳");
    }

    @Test
    void shouldSayThatTheSlimOneHasNoBroker() throws Exception {
        for (String command : List.of("demo", "chaos", "bench 新闻.txt")) {
            Run run = run(slim, command.split(" ", -1));
            assertThat(run.code()).as(command).isEqualTo(1);
            assertThat(run.err()).as(command).contains("slim distribution").doesNotContain("\tat ");
        }
        assertThat(slim.resolve("lib")).isDirectoryNotContaining("glob:**kafka_2*");
        Run unreachable = run(slim, "doctor", "-b", "127.0.0.1:1");
        assertThat(unreachable.code()).isEqualTo(3);
        assertThat(unreachable.out()).contains("RocksDB and ONNX Runtime load", "check bootstrap.servers");
    }
}
