package org.wirestream.annotate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.document.EnrichedItem;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.quality.GoldFile;
import org.wirestream.replay.RawRecord;
import org.wirestream.replay.SourceFiles;
import org.wirestream.subject.Vocabulary;
import org.wirestream.terminal.ItemView;
import org.wirestream.terminal.Style;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireItem;

/** Enriches texts without a broker and writes what was found. */
public final class Annotator {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final RawDecoder decoder;
    private final Enricher enricher;
    private final NinjsWriter ninjs;
    private final ItemView view;
    private final Clock clock;

    /** @param clock stands for the records' timestamps, which decide the year that a dateline leaves out */
    public Annotator(RawDecoder decoder, Enricher enricher, Style style, Clock clock) {
        Vocabulary vocabulary = Vocabulary.load();
        this.decoder = decoder;
        this.enricher = enricher;
        this.ninjs = new NinjsWriter(vocabulary);
        this.view = new ItemView(style, vocabulary, enricher.desks());
        this.clock = clock;
    }

    /**
     * Annotates every text; one that is no wire item is named on {@code err} and left out.
     *
     * @return how many were left out
     */
    public int annotate(SourceFiles files, Format format, PrintStream out, PrintStream err) {
        int[] refused = {0};
        try (Stream<RawRecord> records = files.records()) {
            records.forEach(record -> {
                try {
                    WireItem item = decoder.decode(record.value(), record.contentType(), record.feed(clock.instant()));
                    String version = item.feedVersion() == null ? "1" : item.feedVersion();
                    write(record, enricher.enrich(item, version), format, out);
                } catch (MalformedWireException e) {
                    refused[0]++;
                    err.println("wirestream: %s: %s: %s".formatted(record.source(), e.reason(), e.getMessage()));
                }
            });
        }
        out.flush();
        return refused[0];
    }

    private void write(RawRecord record, EnrichedItem item, Format format, PrintStream out) {
        switch (format) {
            case json -> line(ninjs.enriched(item), out);
            case ninjs -> line(ninjs.ninjs(item), out);
            case gold -> GoldFile.of(document(record.source()), item).forEach(gold -> out.println(GoldFile.line(gold)));
            case text -> {
                try {
                    view.print(MAPPER.readTree(ninjs.enriched(item)), out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void line(byte[] json, PrintStream out) {
        out.println(new String(json, StandardCharsets.UTF_8));
    }

    /** The file's name without its ending; with the place in the file where it holds several items. */
    static String document(String source) {
        int slash = Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'));
        String name = source.substring(slash + 1);
        int dot = name.lastIndexOf('.');
        int place = Math.max(name.indexOf(':', dot + 1), name.indexOf('[', dot + 1));
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return place > 0 && dot > 0 ? stem + name.substring(place) : stem;
    }
}
