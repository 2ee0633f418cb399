package org.wirestream.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A paragraph's text with its mentions marked, wrapped to the terminal. */
final class MarkedText {
    /** The colours of the types. */
    static final Map<String, String> COLOURS =
            Map.of("PER", "1;33", "LOC", "32", "ORG", "1;36", "DOC", "35", "EVENT", "1;34");

    private final Style style;

    MarkedText(Style style) {
        this.style = style;
    }

    /**
     * The lines of a paragraph.
     *
     * @param mentions objects with begin, end and type, not overlapping
     * @param indent what every line begins with
     */
    List<String> lines(String text, List<JsonNode> mentions, String indent) {
        List<JsonNode> sorted = new ArrayList<>(mentions);
        sorted.sort(Comparator.comparingInt(m -> m.path("begin").asInt()));
        Wrapped wrapped = new Wrapped(indent);
        String shown = Style.harmless(text);
        int at = 0;
        for (JsonNode mention : sorted) {
            int begin = mention.path("begin").asInt();
            int end = mention.path("end").asInt();
            if (begin < at || end > shown.length()) {
                continue;
            }
            String type = mention.path("type").asText();
            wrapped.add(shown.substring(at, begin), "");
            if (!style.colours()) {
                wrapped.add("[", "");
            }
            wrapped.add(shown.substring(begin, end), COLOURS.getOrDefault(type, "1"));
            if (!style.colours()) {
                wrapped.add(" " + type + "]", "");
            }
            at = end;
        }
        wrapped.add(shown.substring(at), "");
        return wrapped.finish();
    }

    /** Lines that grow character by character; a colour ends with its line and begins again on the next. */
    private final class Wrapped {
        private final String indent;
        private final List<String> lines = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private int columns;

        Wrapped(String indent) {
            this.indent = indent;
            begin();
        }

        private void begin() {
            line.setLength(0);
            line.append(indent);
            columns = Style.columns(indent);
        }

        void add(String text, String colour) {
            StringBuilder run = new StringBuilder();
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                int width = Style.columns(c);
                if (columns + width > style.width()) {
                    flush(run, colour);
                    lines.add(line.toString());
                    begin();
                }
                run.appendCodePoint(c);
                columns += width;
                i += Character.charCount(c);
            }
            flush(run, colour);
        }

        private void flush(StringBuilder run, String colour) {
            if (!run.isEmpty()) {
                line.append(colour.isEmpty() ? run.toString() : style.paint(run.toString(), colour));
                run.setLength(0);
            }
        }

        List<String> finish() {
            lines.add(line.toString());
            return lines;
        }
    }
}
