package org.wirestream.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The texts that a command was given: files, directories, and {@code -} for standard input.
 *
 * <p>A {@code .json} file is one ninjs document or an array of them, a {@code .jsonl} or {@code .ndjson} file is one ninjs
 * document a line, and every other file and standard input is one wire text. Bytes are passed on as they are: what does
 * not parse is for the pipeline to refuse. A directory stands for the {@code .txt}, {@code .json}, {@code .jsonl} and
 * {@code .ndjson} files under it, sorted by path, without hidden ones.
 */
public final class SourceFiles {
    /** The argument that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    /** Of a longer text, file of one JSON value, or line only one byte more is read: enough to refuse it. */
    public static final int MAX_TEXT_BYTES = 64 << 20;

    private final List<String> paths;
    private final List<Source> sources;
    private final long totalBytes;

    private SourceFiles(List<String> paths, List<Source> sources, long totalBytes) {
        this.paths = paths;
        this.sources = sources;
        this.totalBytes = totalBytes;
    }

    /**
     * Expands paths, and refuses at once what could not be read later.
     *
     * @param paths files, directories, {@code -}
     * @param manifest what is known beside the texts
     * @param standardInput read for {@code -}
     * @throws SourceException when a path is missing or unreadable, when a directory has nothing to read, or when the
     *     manifest gives one id to a file of several items; the message names the path
     */
    public static SourceFiles of(List<String> paths, Manifest manifest, InputStream standardInput)
            throws SourceException {
        List<Source> sources = new ArrayList<>();
        long bytes = 0;
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                sources.add(new Source.Standard(standardInput));
                continue;
            }
            for (Path file : files(path)) {
                Source.File source = new Source.File(file, manifest.entry(file));
                sources.add(source);
                bytes += source.check();
            }
        }
        return new SourceFiles(List.copyOf(paths), List.copyOf(sources), bytes);
    }

    /** The paths as they were given, in words. */
    String text() {
        return String.join(", ", paths);
    }

    /** The number of bytes in all files; standard input counts as none. */
    public long totalBytes() {
        return totalBytes;
    }

    /**
     * The raw records in a fixed order, each read when it is asked for.
     *
     * @return a stream to be closed; it throws {@link UncheckedIOException} when a file cannot be read after all, with
     *     the {@link SourceException} that says so as its cause
     */
    public Stream<RawRecord> records() {
        RecordSpliterator records = new RecordSpliterator(sources);
        return StreamSupport.stream(records, false).onClose(records::close);
    }

    /** Whether a directory stands for a file of this name. */
    public static boolean isText(Path file) {
        return Format.isKnown(file);
    }

    private static List<Path> files(String argument) throws SourceException {
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException e) {
            throw new SourceException("%s is no path: %s".formatted(argument, e.getReason()));
        }
        if (!Files.exists(path)) {
            throw new SourceException("%s does not exist".formatted(path));
        }
        return Files.isDirectory(path) ? below(path) : List.of(path);
    }

    private static List<Path> below(Path directory) throws SourceException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            files = walk.filter(file -> isVisible(directory.relativize(file)))
                    .filter(Format::isKnown)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new SourceException("%s cannot be read: %s".formatted(directory, Causes.of(e)), e);
        }
        if (files.isEmpty()) {
            throw new SourceException(
                    "%s has no %s files; name other files one by one".formatted(directory, Format.KNOWN_ENDINGS));
        }
        return files;
    }

    private static boolean isVisible(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
