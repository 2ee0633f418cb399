package org.wirestream.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * BERT's tokenisation: a Chinese character or a mark is a piece, words of other scripts are cut into the longest pieces
 * of the vocabulary. Immutable.
 *
 * <p>The vocabulary is lower-case and has no curly quotes, though the model's own description says that it keeps case:
 * both are mapped, or NATO and every quotation would be unknown.
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = id("[UNK]");
        this.begin = id("[CLS]");
        this.end = id("[SEP]");
    }

    /**
     * Reads a tokenizer.json.
     *
     * @throws IOException when it cannot be read
     */
    static WordPiece read(InputStream in) throws IOException {
        Map<String, Integer> vocabulary = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                new ObjectMapper().readTree(in).at("/model/vocab").properties()) {
            vocabulary.put(entry.getKey(), entry.getValue().intValue());
        }
        return new WordPiece(vocabulary);
    }

    private int id(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalStateException("the encoder's vocabulary lacks " + piece);
        }
        return id;
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    /** The pieces of a text in order. */
    Pieces split(String text) {
        Pieces pieces = new Pieces(text.length());
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (isSpace(c)) {
                at = next;
            } else if (stands(c)) {
                pieces.add(lookup(normal(c), false, unknown), at, next);
                at = next;
            } else {
                while (next < text.length() && !isSpace(text.codePointAt(next)) && !stands(text.codePointAt(next))) {
                    next += Character.charCount(text.codePointAt(next));
                }
                word(text, at, next, pieces);
                at = next;
            }
        }
        return pieces;
    }

    private void word(String text, int from, int to, Pieces pieces) {
        if (to - from > LONGEST_WORD) {
            pieces.add(unknown, from, to);
            return;
        }
        int mark = pieces.size();
        int at = from;
        while (at < to) {
            int stop = to;
            int id = -1;
            while (stop > at && id < 0) {
                id = lookup(normal(text.substring(at, stop)), at > from, -1);
                if (id < 0) {
                    stop -= Character.charCount(text.codePointBefore(stop));
                }
            }
            if (id < 0) {
                pieces.truncate(mark);
                pieces.add(unknown, from, to);
                return;
            }
            pieces.add(id, at, stop);
            at = stop;
        }
    }

    private int lookup(String piece, boolean continues, int otherwise) {
        return vocabulary.getOrDefault(continues ? "##" + piece : piece, otherwise);
    }

    private static String normal(int c) {
        return switch (c) {
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            default -> c >= 0x2E80 ? Character.toString(c) : normal(Character.toString(c));
        };
    }

    private static String normal(String piece) {
        boolean ascii = piece.chars().allMatch(c -> c < 0x80);
        String plain = ascii
                ? piece
                : ACCENTS.matcher(Normalizer.normalize(piece, Normalizer.Form.NFD))
                        .replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }

    /** Whether BERT makes a piece of each such character. */
    private static boolean stands(int c) {
        if (Character.isIdeographic(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> c < 128 && !Character.isLetterOrDigit(c);
        };
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || c == 0xFFFD;
    }
}
