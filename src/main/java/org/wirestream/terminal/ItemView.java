package org.wirestream.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Vocabulary;
import org.wirestream.terminal.ItemRecord.Note;
import org.wirestream.terminal.ItemRecord.ParagraphRecord;
import org.wirestream.terminal.ItemRecord.Span;

/**
 * An enriched item to read on a terminal: its head, each paragraph with desks and subjects at the margin and names in
 * colours, then what else was found. Without colours a name stands in brackets with its type: {@code [习近平 PER]}.
 *
 * <p>Wire text is never sent raw: see {@link Style#harmless}. Safe for use by many threads.
 */
public final class ItemView {
    private static final int MARGIN = 26;
    /** With fewer columns desks and subjects stand above the paragraph. */
    private static final int ROOM_FOR_MARGIN = 80;
    /** Longer lines of running text are tiring to read. */
    private static final int WIDEST = 120;

    private static final String SEPARATOR = " · ";
    private static final int GUTTER = 2;
    private static final int SECTION = 12;

    private final Style style;
    private final int width;
    private final RecordReader reader;

    /** The vocabulary and desks give the labels. */
    public ItemView(Style style, Vocabulary vocabulary, Desks desks) {
        this.style = style;
        this.width = Math.min(style.width(), WIDEST);
        this.reader = new RecordReader(vocabulary, desks);
    }

    /** Prints what the colours or brackets mean. */
    public void legend(PrintStream out) {
        out.println(Stream.of(Look.values())
                .filter(look -> !look.legend().isEmpty())
                .filter(look -> style.colours() || !look.tag().isEmpty())
                .map(look -> style.colours()
                        ? look.apply(look.legend(), style)
                        : "[… %s] %s".formatted(look.tag(), look.legend()))
                .collect(Collectors.joining("   ")));
    }

    /** Prints one item. */
    public void print(JsonNode json, PrintStream out) {
        ItemRecord item = reader.read(json);
        List<String> lines = new ArrayList<>();
        head(lines, item);
        for (ParagraphRecord paragraph : item.paragraphs()) {
            if (paragraph.isBody()) {
                lines.add("");
            }
            if (width < ROOM_FOR_MARGIN) {
                wrapped(lines, heading(paragraph));
                wrapped(lines, text(paragraph));
            } else {
                beside(lines, margin(paragraph), text(paragraph));
            }
        }
        notes(lines, item.notes());
        lines.forEach(line -> out.println(line.stripTrailing()));
    }

    private void head(List<String> lines, ItemRecord item) {
        lines.add(rule("━"));
        Line headline = new Line();
        item.signals()
                .forEach(signal -> headline.add("[" + signal + "]", Look.ALERT).add(" ", Look.PLAIN));
        wrapped(lines, headline.add(item.headline(), Look.BOLD));
        wrapped(lines, Line.of(String.join(SEPARATOR, item.source()), Look.PLAIN));
        wrapped(lines, Line.of(String.join(SEPARATOR, item.identity()), Look.DIM));
        if (!item.subjects().isEmpty()) {
            String about = item.subjects().stream().map(Object::toString).collect(Collectors.joining(SEPARATOR));
            wrapped(lines, Line.of("about ", Look.DIM).add(about, Look.DESK));
        }
        lines.add(rule("─"));
    }

    private Line text(ParagraphRecord paragraph) {
        String text = paragraph.text();
        Look around = paragraph.kind().equals("headline") ? Look.BOLD : Look.PLAIN;
        Line line = new Line();
        int done = 0;
        for (Span span : paragraph.spans()) {
            boolean bracketed = !style.colours() && !span.look().tag().isEmpty();
            line.add(text.substring(done, span.begin()), around)
                    .add(bracketed ? "[" : "", span.look())
                    .add(text.substring(span.begin(), span.end()), span.look())
                    .add(bracketed ? " " + span.look().tag() + "]" : "", span.look());
            done = span.end();
        }
        return line.add(text.substring(done), around);
    }

    private static Line heading(ParagraphRecord paragraph) {
        Line line = Line.of(paragraph.id() + " ", Look.DIM);
        if (paragraph.desks().isEmpty()) {
            return line.add(paragraph.isBody() ? "" : paragraph.kind(), Look.DIM);
        }
        line.add(String.join(SEPARATOR, paragraph.desks()), Look.DESK);
        paragraph.subjects().forEach(topic -> line.add(SEPARATOR + topic, Look.DIM));
        return line;
    }

    /** The desks, then the subjects, or else the part that the paragraph plays; its number before the first line. */
    private List<Line> margin(ParagraphRecord paragraph) {
        String part = paragraph.isBody() ? "" : paragraph.kind();
        Stream<Line> entries = paragraph.desks().isEmpty()
                ? Stream.of(Line.of(part, Look.DIM))
                : Stream.concat(
                        paragraph.desks().stream().map(desk -> Line.of(desk, Look.DESK)),
                        paragraph.subjects().stream().map(topic -> Line.of(topic.toString(), Look.DIM)));
        String indent = " ".repeat(paragraph.id().length() + 1);
        List<Line> margin = new ArrayList<>();
        entries.flatMap(entry -> entry.wrap(MARGIN - indent.length() - GUTTER).stream())
                .forEach(line -> margin.add(Line.of(margin.isEmpty() ? paragraph.id() + " " : indent, Look.DIM)
                        .add(line)));
        if (margin.isEmpty()) {
            margin.add(Line.of(paragraph.id(), Look.DIM));
        }
        return margin;
    }

    private void beside(List<String> lines, List<Line> margin, Line text) {
        List<Line> right = text.wrap(width - MARGIN);
        for (int i = 0; i < Math.max(margin.size(), right.size()); i++) {
            Line left = i < margin.size() ? margin.get(i) : new Line();
            String padding = " ".repeat(Math.max(1, MARGIN - left.width()));
            lines.add(left.render(style)
                    + padding
                    + (i < right.size() ? right.get(i).render(style) : ""));
        }
    }

    private void notes(List<String> lines, List<Note> notes) {
        String section = "";
        for (Note note : notes) {
            if (section.isEmpty()) {
                lines.add(rule("─"));
            }
            String label = note.section().equals(section) ? "" : note.section();
            section = note.section();
            for (Line text : Line.of(note.text(), Look.PLAIN).wrap(width - SECTION)) {
                String padding = " ".repeat(SECTION - label.length());
                lines.add(Look.DESK.apply(label, style) + padding + text.render(style));
                label = "";
            }
        }
    }

    private void wrapped(List<String> lines, Line line) {
        line.wrap(width).forEach(each -> lines.add(each.render(style)));
    }

    private String rule(String stroke) {
        return Look.DIM.apply(stroke.repeat(width), style);
    }
}
