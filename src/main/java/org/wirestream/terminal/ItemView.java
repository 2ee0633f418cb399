package org.wirestream.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirestream.terminal.ItemRecord.Note;
import org.wirestream.terminal.ItemRecord.ParagraphRecord;
import org.wirestream.terminal.ItemRecord.Span;

/**
 * An enriched item to read on a terminal: its head, each paragraph with desks and subjects at the margin and names in
 * colours, then what else was found. Without colours a name stands in brackets with its type: {@code [习近平 PER]}.
 *
 * <p>Wire text is never sent raw: see {@link SafeText}. Safe for use by many threads.
 */
public final class ItemView {
    private static final int MARGIN = 24;
    /** With fewer columns desks and subjects stand above the paragraph. */
    private static final int ROOM_FOR_MARGIN = 80;

    private static final String SEPARATOR = " · ";
    private static final int SECTION = 12;

    private final RecordReader reader = new RecordReader();
    private final Screen screen;

    /** @param screen where it goes */
    public ItemView(Screen screen) {
        this.screen = screen;
    }

    /** One line that explains the colours or brackets, with its end. */
    public String legend() {
        return Stream.of(Style.values())
                .filter(style -> !style.legend().isEmpty())
                .filter(style -> screen.colored() || !style.tag().isEmpty())
                .map(style -> screen.colored()
                        ? style.apply(style.legend(), true)
                        : "[… %s] %s".formatted(style.tag(), style.legend()))
                .collect(Collectors.joining("   ", "", "\n"));
    }

    /**
     * An item, every line with its end.
     *
     * @param json a value of {@code wire.items}
     * @throws IOException when it is no JSON
     */
    public String item(byte[] json) throws IOException {
        return render(reader.item(json));
    }

    /**
     * A paragraph under its item's head, every line with its end.
     *
     * @param json a value of {@code wire.paragraphs} or of a desk's topic
     * @throws IOException when it is no JSON
     */
    public String paragraph(byte[] json) throws IOException {
        return render(reader.paragraph(json));
    }

    private String render(ItemRecord item) {
        List<String> lines = new ArrayList<>();
        head(lines, item);
        for (ParagraphRecord paragraph : item.paragraphs()) {
            if (paragraph.isBody()) {
                lines.add("");
            }
            if (screen.columns() < ROOM_FOR_MARGIN) {
                lines.addAll(heading(paragraph).wrap(screen.columns(), screen.colored()));
                lines.addAll(text(paragraph).wrap(screen.columns(), screen.colored()));
            } else {
                beside(lines, margin(paragraph), text(paragraph));
            }
        }
        notes(lines, item.notes());
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private void head(List<String> lines, ItemRecord item) {
        lines.add(Style.DIM.apply("━".repeat(screen.columns()), screen.colored()));
        Line headline = new Line();
        item.signals()
                .forEach(signal -> headline.add("[" + signal + "]", Style.ALERT).add(" ", Style.PLAIN));
        wrapped(lines, headline.add(item.headline(), Style.BOLD));
        wrapped(lines, Line.of(String.join(SEPARATOR, item.source()), Style.PLAIN));
        wrapped(lines, Line.of(String.join(SEPARATOR, item.identity()), Style.DIM));
        if (!item.subjects().isEmpty()) {
            String about = item.subjects().stream().map(Object::toString).collect(Collectors.joining(SEPARATOR));
            wrapped(lines, Line.of("about ", Style.DIM).add(about, Style.DESK));
        }
        lines.add(Style.DIM.apply("─".repeat(screen.columns()), screen.colored()));
    }

    private void wrapped(List<String> lines, Line line) {
        lines.addAll(line.wrap(screen.columns(), screen.colored()));
    }

    private Line text(ParagraphRecord paragraph) {
        String text = paragraph.text();
        Style around = paragraph.kind().equals("headline") ? Style.BOLD : Style.PLAIN;
        Line line = new Line();
        int done = 0;
        for (Span span : paragraph.spans()) {
            boolean bracketed = !screen.colored() && !span.style().tag().isEmpty();
            line.add(text.substring(done, span.begin()), around)
                    .add(bracketed ? "[" : "", span.style())
                    .add(text.substring(span.begin(), span.end()), span.style())
                    .add(bracketed ? " " + span.style().tag() + "]" : "", span.style());
            done = span.end();
        }
        return line.add(text.substring(done), around);
    }

    private static Line heading(ParagraphRecord paragraph) {
        Line line = Line.of(paragraph.id() + " ", Style.DIM);
        if (paragraph.desks().isEmpty()) {
            return line.add(paragraph.isBody() ? "" : paragraph.kind(), Style.DIM);
        }
        line.add(String.join(SEPARATOR, paragraph.desks()), Style.DESK);
        paragraph.subjects().forEach(topic -> line.add(SEPARATOR + topic, Style.DIM));
        return line;
    }

    private List<Line> margin(ParagraphRecord paragraph) {
        List<Line> margin = new ArrayList<>();
        paragraph.desks().forEach(desk -> margin.add(Line.of(desk, Style.DESK)));
        paragraph.subjects().forEach(topic -> margin.addAll(narrow(topic.toString())));
        if (margin.isEmpty()) {
            margin.add(Line.of(paragraph.isBody() ? "" : paragraph.kind(), Style.DIM));
        }
        List<Line> numbered = new ArrayList<>();
        for (Line line : margin) {
            String number = numbered.isEmpty() ? paragraph.id() + " " : "    ";
            numbered.add(Line.of(number, Style.DIM).add(line));
        }
        return numbered;
    }

    /** A long subject id on two lines, broken at its last hyphen that fits. */
    private static List<Line> narrow(String topic) {
        int room = MARGIN - 6;
        int hyphen = topic.lastIndexOf('-', room - 1);
        if (topic.length() <= room || hyphen < 0) {
            return List.of(Line.of(topic, Style.DIM));
        }
        return List.of(
                Line.of(topic.substring(0, hyphen + 1), Style.DIM),
                Line.of("  " + topic.substring(hyphen + 1), Style.DIM));
    }

    private void beside(List<String> lines, List<Line> margin, Line text) {
        List<String> right = text.wrap(screen.columns() - MARGIN, screen.colored());
        for (int i = 0; i < Math.max(margin.size(), right.size()); i++) {
            Line left = i < margin.size() ? margin.get(i) : new Line();
            String padding = " ".repeat(Math.max(1, MARGIN - left.width()));
            lines.add(left.render(screen.colored()) + padding + (i < right.size() ? right.get(i) : ""));
        }
    }

    private void notes(List<String> lines, List<Note> notes) {
        String section = "";
        for (Note note : notes) {
            if (section.isEmpty()) {
                lines.add(Style.DIM.apply("─".repeat(screen.columns()), screen.colored()));
            }
            String label = note.section().equals(section) ? "" : note.section();
            section = note.section();
            List<String> wrapped = Line.of(note.text(), Style.PLAIN).wrap(screen.columns() - SECTION, screen.colored());
            for (String text : wrapped) {
                String padding = " ".repeat(SECTION - label.length());
                lines.add(Style.DESK.apply(label, screen.colored()) + padding + text);
                label = "";
            }
        }
    }
}
