package org.wirestream.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.wirestream.quality.GoldRecord;

/**
 * A text with marks like {@code [PER:…]} and {@code [DATE=2017-06-09:…]} taken out.
 *
 * @param text the text without marks
 * @param names what is marked as a name, in the order of their ends; offsets are UTF-16 code units in {@code text}
 * @param dates what is marked as a date
 */
record MarkedText(String text, List<GoldRecord.Name> names, List<GoldRecord.Date> dates) {
    private static final Set<String> TYPES = Set.of("PER", "LOC", "ORG", "DOC", "EVENT");
    private static final String DATE = "DATE=";

    /** An open mark: its type, and what stands before the colon. */
    private record Mark(String type, int begin) {
        boolean isDate() {
            return type.startsWith(DATE);
        }
    }

    /**
     * Reads marks.
     *
     * @throws IllegalArgumentException when marks are not well formed; the message says which
     */
    static MarkedText parse(String marked) {
        StringBuilder text = new StringBuilder(marked.length());
        List<GoldRecord.Name> names = new ArrayList<>();
        List<GoldRecord.Date> dates = new ArrayList<>();
        Deque<Mark> open = new ArrayDeque<>();
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '[') {
                Mark mark = mark(marked, i, text.length());
                if (!open.isEmpty()
                        && (!mark.isDate() || !List.of("EVENT", "DOC").contains(open.peek().type))) {
                    throw new IllegalArgumentException(
                            "only a date may stand inside a mark, and only in an EVENT or DOC: " + mark.type);
                }
                open.push(mark);
                i += mark.type.length() + 1;
            } else if (c == ']') {
                if (open.isEmpty()) {
                    throw new IllegalArgumentException("] without [ after “%s”".formatted(text));
                }
                close(open.pop(), text, names, dates);
            } else {
                text.append(c);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("[%s: is not closed".formatted(open.peek().type));
        }
        return new MarkedText(text.toString(), List.copyOf(names), List.copyOf(dates));
    }

    private static Mark mark(String marked, int at, int begin) {
        int colon = marked.indexOf(':', at);
        String type = colon < 0 ? marked.substring(at + 1) : marked.substring(at + 1, colon);
        if (colon < 0 || (!TYPES.contains(type) && !type.startsWith(DATE))) {
            throw new IllegalArgumentException("“[%s” begins no mark like [PER:…]".formatted(type));
        }
        return new Mark(type, begin);
    }

    private static void close(Mark mark, StringBuilder text, List<GoldRecord.Name> names, List<GoldRecord.Date> dates) {
        String mention = text.substring(mark.begin);
        if (mention.isBlank()) {
            throw new IllegalArgumentException("an empty " + mark.type);
        }
        if (mark.isDate()) {
            dates.add(new GoldRecord.Date(mark.begin, text.length(), mention, mark.type.substring(DATE.length())));
        } else {
            names.add(new GoldRecord.Name(mark.begin, text.length(), mention, mark.type));
        }
    }
}
