package org.wirestream.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page's files, a fixed list that is read from the program's own resources when it starts. A request only looks up a name among
 * them; none reaches a file system. Immutable.
 */
final class PageFiles {
    private static final String LIST = "page.tsv";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, Answer> files = new HashMap<>();

    private PageFiles() {}

    /** Reads the files that the list names. */
    static PageFiles load() {
        PageFiles page = new PageFiles();
        for (String line : new String(resource(LIST), StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                page.add(line.strip());
            }
        }
        return page;
    }

    private void add(String line) {
        String[] columns = line.split("\t", 2);
        String file = columns[0];
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("%s: %s is of no type that is served".formatted(LIST, file));
        }
        Answer answer = new Answer(200, type, resource("page/" + file));
        List<String> paths = columns.length < 2
                ? List.of("/" + file)
                : Arrays.stream(columns[1].split(" ", -1))
                        .filter(p -> !p.isEmpty())
                        .toList();
        paths.forEach(path -> files.put(path, answer));
    }

    static byte[] resource(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The file that a path shows. */
    Optional<Answer> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
