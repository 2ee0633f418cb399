package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's files as they are shipped. */
class PageTest {
    private static final Path ROOT = Path.of("src/main/resources/org/wirestream/dashboard");

    @Test
    void shouldServeEveryFileOfThePage() throws IOException {
        List<String> listed = Files.readAllLines(ROOT.resolve("page.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 2)[0])
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(files(""));
    }

    @Test
    void shouldNeverParseTextAsMarkupOrCode() throws IOException {
        for (String file : files("js/")) {
            assertThat(read(file))
                    .as(file)
                    .doesNotContain(
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacentHTML",
                            "createContextualFragment",
                            "DOMParser",
                            "document.write",
                            "eval(",
                            "Function(",
                            "setTimeout('");
        }
    }

    @Test
    void shouldAskNobodyElse() throws IOException {
        for (String file : files("")) {
            if (!file.startsWith("vendor/")) {
                assertThat(read(file).replace("http://www.w3.org/2000/svg", ""))
                        .as(file)
                        .doesNotContain("http://", "https://", "src=\"//", "url(//");
            }
        }
    }

    @Test
    void shouldHaveNothingInlineInItsDocument() throws IOException {
        assertThat(read("index.html")).doesNotContain("<style", "style=", "onload=", "javascript:");
        assertThat(read("index.html")).doesNotContainPattern("<script(?![^>]*src=)");
    }

    private static List<String> files(String prefix) throws IOException {
        Path page = ROOT.resolve("page");
        try (Stream<Path> files = Files.walk(page)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> page.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith(prefix))
                    .toList();
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve("page").resolve(file));
    }
}
