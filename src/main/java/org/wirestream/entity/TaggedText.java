package org.wirestream.entity;

import java.util.BitSet;
import java.util.List;
import org.wirestream.text.Token;
import org.wirestream.wire.Paragraph;

/** One paragraph's folded text with its tokens. Immutable. */
final class TaggedText {
    private final Paragraph paragraph;
    private final String text;
    private final List<Token> tokens;
    private final BitSet boundaries = new BitSet();

    TaggedText(Paragraph paragraph, List<Token> tokens) {
        this.paragraph = paragraph;
        this.text = paragraph.folded().folded();
        this.tokens = tokens;
        for (Token token : tokens) {
            boundaries.set(token.begin());
            boundaries.set(token.end());
        }
    }

    Paragraph paragraph() {
        return paragraph;
    }

    String text() {
        return text;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Whether words begin and end at these offsets. */
    boolean isWordSpan(int begin, int end) {
        return boundaries.get(begin) && boundaries.get(end);
    }

    /** The character at an offset; a space outside the text. */
    char at(int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : ' ';
    }
}
