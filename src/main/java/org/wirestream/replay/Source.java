package org.wirestream.replay;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Something that raw records are read from. */
sealed interface Source {
    /** Opens it. */
    Reading open() throws IOException;

    /** Its name, for an operator. */
    String name();

    /** Reads the records of one source. */
    interface Reading extends Closeable {
        /** The next record; null at the end. */
        @Nullable
        RawRecord next() throws IOException;

        @Override
        default void close() throws IOException {}

        /** Records that are in memory already. */
        static Reading of(List<RawRecord> records) {
            Iterator<RawRecord> next = records.iterator();
            return () -> next.hasNext() ? next.next() : null;
        }
    }

    /**
     * Standard input: one text.
     *
     * @param in the stream, which stays open
     */
    record Standard(InputStream in) implements Source {
        @Override
        public Reading open() throws IOException {
            byte[] text = in.readNBytes(SourceFiles.MAX_TEXT_BYTES + 1);
            return Reading.of(List.of(new RawRecord("stdin", RawRecord.TEXT, text, Manifest.Entry.NOTHING)));
        }

        @Override
        public String name() {
            return "standard input";
        }
    }

    /**
     * A file.
     *
     * @param path where it is
     * @param entry what the manifest says of it
     */
    record File(Path path, Manifest.Entry entry) implements Source {
        /** Its size in bytes. */
        long check() throws SourceException {
            if (!Files.isReadable(path)) {
                throw new SourceException("%s cannot be read: permission denied".formatted(path));
            }
            if (Format.of(path) == Format.JSON_LINES) {
                refuseSharedId();
            }
            try {
                return Files.size(path);
            } catch (IOException e) {
                throw new SourceException("%s cannot be read: %s".formatted(path, Causes.of(e)), e);
            }
        }

        @Override
        public Reading open() throws IOException {
            String file = String.valueOf(path.getFileName());
            return switch (Format.of(path)) {
                case TEXT -> Reading.of(List.of(new RawRecord(file, RawRecord.TEXT, bytes(), entry)));
                case JSON -> Reading.of(documents(file));
                case JSON_LINES ->
                    new Lines(
                            file,
                            new JsonLines(
                                    new BufferedInputStream(Files.newInputStream(path)), SourceFiles.MAX_TEXT_BYTES),
                            entry);
            };
        }

        @Override
        public String name() {
            return path.toString();
        }

        private List<RawRecord> documents(String file) throws IOException {
            List<byte[]> documents = JsonArray.elements(bytes());
            if (documents.size() == 1) {
                return List.of(new RawRecord(file, RawRecord.JSON, documents.get(0), entry));
            }
            refuseSharedId();
            return IntStream.range(0, documents.size())
                    .mapToObj(i -> new RawRecord("%s[%d]".formatted(file, i), RawRecord.JSON, documents.get(i), entry))
                    .toList();
        }

        private byte[] bytes() throws IOException {
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(SourceFiles.MAX_TEXT_BYTES + 1);
            }
        }

        private void refuseSharedId() throws SourceException {
            if (entry.id() != null) {
                throw new SourceException(
                        "the manifest gives %s the id %s, but it holds several items; ninjs documents bring their own uri, so leave the id empty"
                                .formatted(path, entry.id()));
            }
        }
    }

    /**
     * A JSON Lines file being read.
     *
     * @param file its name
     * @param lines its lines
     * @param entry what the manifest says of it
     */
    record Lines(String file, JsonLines lines, Manifest.Entry entry) implements Reading {
        @Override
        public @Nullable RawRecord next() throws IOException {
            byte[] document = lines.next();
            return document == null
                    ? null
                    : new RawRecord("%s:%d".formatted(file, lines.line()), RawRecord.JSON, document, entry);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
