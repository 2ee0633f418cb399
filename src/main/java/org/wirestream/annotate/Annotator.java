package org.wirestream.annotate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.calendar.CalendarWriter;
import org.wirestream.document.EnrichedItem;
import org.wirestream.newsml.NewsMlWriter;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.quality.GoldFile;
import org.wirestream.replay.Manifest;
import org.wirestream.replay.RawRecord;
import org.wirestream.replay.SourceException;
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
    private final NewsMlWriter newsml;
    private final ItemView view;
    private final Clock clock;

    /** @param clock stands for the records' timestamps, which decide the year that a dateline leaves out */
    public Annotator(RawDecoder decoder, Enricher enricher, Style style, Clock clock) {
        Vocabulary vocabulary = enricher.vocabulary();
        this.decoder = decoder;
        this.enricher = enricher;
        this.ninjs = new NinjsWriter(vocabulary);
        this.newsml = new NewsMlWriter(vocabulary);
        this.view = new ItemView(style, vocabulary, enricher.desks());
        this.clock = clock;
    }

    /**
     * Annotates every text; one that cannot be read or is no wire item is named on {@code err} and left out. Ends early when
     * nobody reads {@code out} any more.
     *
     * @param paths files, directories, {@code -} for standard input
     * @param manifest what is known beside the texts
     * @return how many were left out
     */
    public int annotate(
            List<String> paths,
            Manifest manifest,
            InputStream standardInput,
            Format format,
            PrintStream out,
            PrintStream err) {
        return new Run(format, out, err).annotate(paths, manifest, standardInput);
    }

    /** One pass over some texts. */
    private final class Run {
        private final Format format;
        private final PrintStream out;
        private final PrintStream err;
        private final CalendarWriter calendar;
        private int refused;
        private boolean explained;

        Run(Format format, PrintStream out, PrintStream err) {
            this.format = format;
            this.out = out;
            this.err = err;
            this.calendar = new CalendarWriter(out);
        }

        int annotate(List<String> paths, Manifest manifest, InputStream standardInput) {
            for (String path : paths) {
                try (Stream<RawRecord> records =
                        SourceFiles.of(List.of(path), manifest, standardInput).records()) {
                    Iterator<RawRecord> each = records.iterator();
                    while (!out.checkError() && each.hasNext()) {
                        annotate(each.next());
                    }
                } catch (SourceException e) {
                    refuse(String.valueOf(e.getMessage()));
                } catch (UncheckedIOException e) {
                    refuse(String.valueOf(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
                }
            }
            if (format == Format.ics && !calendar.end() && refused == 0) {
                err.println("wirestream: no dated events");
            }
            out.flush();
            return refused;
        }

        private void annotate(RawRecord record) {
            try {
                WireItem item = decoder.decode(record.value(), record.contentType(), record.feed(clock.instant()));
                String version = item.feedVersion() == null ? "1" : item.feedVersion();
                write(record, enricher.enrich(item, version));
            } catch (MalformedWireException e) {
                refuse("%s: %s: %s".formatted(record.source(), e.reason(), e.getMessage()));
            }
        }

        private void refuse(String why) {
            refused++;
            err.println("wirestream: " + Style.harmless(why));
        }

        private void write(RawRecord record, EnrichedItem item) {
            switch (format) {
                case json -> line(ninjs.enriched(item), out);
                case ninjs -> line(ninjs.ninjs(item), out);
                case ninjs_2 -> line(ninjs.ninjs2(item), out);
                case ninjs_1 -> line(ninjs.ninjs1(item), out);
                case newsml_g2 -> out.println(newsml.write(item));
                case gold ->
                    GoldFile.of(document(record.source()), item).forEach(gold -> out.println(GoldFile.line(gold)));
                case ics -> calendar.write(item);
                case explain -> new ExplanationWriter(out).write(record.source(), item, enricher.explain(item.item()));
                case text -> text(item);
            }
        }

        private void text(EnrichedItem item) {
            if (!explained) {
                explained = true;
                view.legend(out);
            }
            try {
                view.print(MAPPER.readTree(ninjs.enriched(item)), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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
