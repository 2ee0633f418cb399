package org.wirestream.wire;

import java.util.ArrayList;
import java.util.List;
import org.wirestream.wire.MalformedWireException.Reason;

/** Text to its non-blank lines, after checking that it is text. */
final class LineSplitter {
    private final Limits limits;

    LineSplitter(Limits limits) {
        this.limits = limits;
    }

    /** The lines that show something, as received, without their terminators (LF, CRLF or CR). */
    List<String> split(String text) throws MalformedWireException {
        check(text);
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                add(text, begin, i, lines);
                begin = i + 1;
            }
        }
        if (lines.isEmpty()) {
            throw new MalformedWireException(
                    Reason.BLANK,
                    "The text has %d characters but shows nothing: only spaces and invisible characters. Drop it at the source."
                            .formatted(text.length()));
        }
        return lines;
    }

    private void add(String text, int begin, int end, List<String> lines) throws MalformedWireException {
        if (end - begin > limits.paragraphChars()) {
            throw new MalformedWireException(
                    Reason.PARAGRAPH_TOO_LONG,
                    "A line of %d characters is longer than the limit of %d. See whether the line breaks were lost, or raise the limit."
                            .formatted(end - begin, limits.paragraphChars()));
        }
        String line = text.substring(begin, end);
        if (Chars.isBlank(line)) {
            return;
        }
        if (lines.size() == limits.paragraphs()) {
            throw new MalformedWireException(
                    Reason.TOO_MANY_PARAGRAPHS,
                    "The text has more than %d lines. See whether several items were sent as one, or raise the limit."
                            .formatted(limits.paragraphs()));
        }
        lines.add(line);
    }

    private static void check(String text) throws MalformedWireException {
        if (text.isEmpty()) {
            throw new MalformedWireException(Reason.EMPTY, "The text is empty. Send a null value to withdraw an item.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new MalformedWireException(
                        Reason.NUL_CHARACTER,
                        "The text has a NUL character at offset %d of %d. See whether it is a record of another format, or strip padding."
                                .formatted(i, text.length()));
            }
            if (Character.isISOControl(c) && "\n\r\t\f\u000B\u0085".indexOf(c) < 0) {
                throw new MalformedWireException(
                        Reason.BINARY,
                        "The text has the control character U+%04X at offset %d of %d. Send plain text without framing or compression."
                                .formatted((int) c, i, text.length()));
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new MalformedWireException(
                            Reason.LONE_SURROGATE,
                            "The text has half a character (U+%04X) at offset %d of %d. See whether the producer cut it between two UTF-16 units."
                                    .formatted((int) c, i, text.length()));
                }
                i++;
            }
        }
    }
}
