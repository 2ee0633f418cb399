package org.wirestream.entity;

import java.util.ArrayList;
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

    /**
     * Makes a tagged text in which every known name is one word.
     *
     * @param tokens the words of the folded text
     * @param names known names, not overlapping, in text order
     */
    TaggedText(Paragraph paragraph, List<Token> tokens, List<Token> names) {
        this.paragraph = paragraph;
        this.text = paragraph.folded().folded();
        this.tokens = merge(tokens, names);
        for (Token token : this.tokens) {
            boundaries.set(token.begin());
            boundaries.set(token.end());
        }
    }

    /** Words that a name cuts keep what is left of them. */
    private List<Token> merge(List<Token> tokens, List<Token> names) {
        List<Token> merged = new ArrayList<>(tokens.size());
        int next = 0;
        int at = 0;
        for (Token token : tokens) {
            int begin = Math.max(at, token.begin());
            while (next < names.size() && names.get(next).begin() < token.end()) {
                Token name = names.get(next++);
                add(merged, token, begin, name.begin());
                merged.add(name);
                begin = name.end();
                at = name.end();
            }
            add(merged, token, begin, token.end());
        }
        return merged;
    }

    private void add(List<Token> merged, Token token, int begin, int end) {
        if (begin < end) {
            boolean whole = begin == token.begin() && end == token.end();
            merged.add(whole ? token : new Token(text.substring(begin, end), "n", begin, end));
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
