package org.wirestream.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    @TempDir
    Path directory;

    @Test
    void shouldReadColumnsInAnyOrder() throws IOException {
        Manifest manifest = manifest("version\tfile\tdate\tid\n3\ta.txt\t2017-06-09\turn:x:a\n");

        Manifest.Entry entry = manifest.entry(Path.of("wires", "a.txt"));

        assertThat(entry.id()).isEqualTo("urn:x:a");
        assertThat(entry.version()).isEqualTo("3");
        assertThat(entry.date()).isEqualTo(OffsetDateTime.parse("2017-06-09T00:00:00+08:00"));
    }

    @Test
    void shouldLeaveOutWhatIsEmptyOrHasNoColumn() throws IOException {
        Manifest manifest = manifest("\uFEFFfile\tid\tdate\r\na.txt\turn:x:a\r\n\r\nb.txt\t\t2017-06-09T20:15:00Z\r\n");

        assertThat(manifest.entry(Path.of("a.txt"))).isEqualTo(new Manifest.Entry("urn:x:a", null, null));
        assertThat(manifest.entry(Path.of("b.txt")))
                .isEqualTo(new Manifest.Entry(null, OffsetDateTime.parse("2017-06-09T20:15:00Z"), null));
    }

    @Test
    void shouldPreferTheLongestPath() throws IOException {
        Manifest manifest = manifest("file\tid\n1.txt\tany\njune/1.txt\tjune\n");

        assertThat(manifest.entry(Path.of("/wires/june/1.txt")).id()).isEqualTo("june");
        assertThat(manifest.entry(Path.of("/wires/july/1.txt")).id()).isEqualTo("any");
        assertThat(manifest.entry(Path.of("/wires/july/2.txt"))).isEqualTo(Manifest.Entry.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                              | :1: the file is empty
                    'fiel\\tid\\n'                                  | :1: unknown column “fiel”
                    'file,id\\n'                                    | :1: unknown column “file,id”
                    'file\\tid\\tfile\\n'                           | :1: column file stands twice
                    'id\\tdate\\n'                                  | :1: there is no column file
                    'file\\tid\\n\\turn:x:a\\n'                     | :2: the row names no file
                    'file\\tid\\na.txt\\tx\\n\\na.txt\\ty\\n'       | :4: a.txt has a row already, in line 2
                    'file\\tid\\na.txt\\tx\\t2017-06-09\\n'         | :2: 3 cells for 2 columns
                    'file\\tdate\\na.txt\\t2017-06-31\\n'           | :2: date 2017-06-31 is neither
                    'file\\tdate\\na.txt\\t2017-06-09T12:00:00\\n'  | :2: date 2017-06-09T12:00:00 is neither
                    """)
    void shouldSayWhichLineIsWrongAndWhy(String table, String message) {
        assertThatThrownBy(() -> manifest(table.replace("\\t", "\t").replace("\\n", "\n")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("manifest.tsv" + message);
    }

    @Test
    void shouldRefuseAnotherEncoding() throws IOException {
        Path file = directory.resolve("manifest.tsv");
        Files.write(file, "file\tid\n公报.txt\tx\n".getBytes(Charset.forName("GB18030")));

        assertThatThrownBy(() -> Manifest.read(file))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("manifest.tsv is not UTF-8");
    }

    @Test
    void shouldNameAMissingManifest() {
        assertThatThrownBy(() -> Manifest.read(directory.resolve("none.tsv")))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith("none.tsv cannot be read: there is no such file");
    }

    private Manifest manifest(String table) throws IOException {
        return Manifest.read(Files.writeString(directory.resolve("manifest.tsv"), table));
    }
}
