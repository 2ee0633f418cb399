package org.wirestream.text;

import com.mayabot.nlp.segment.FluentLexerBuilder;
import com.mayabot.nlp.segment.Lexer;
import com.mayabot.nlp.segment.WordTerm;
import java.util.ArrayList;
import java.util.List;

/**
 * mynlp's core lexer: words, and which of them are times. Its parts of speech and names were taken too once: a tagger trained with them found fewer
 * of the names in texts that it had not seen, and words alone are cut five times as fast (docs/quality.md).
 */
public final class MynlpTokenizer implements Tokenizer {
    /** mynlp counts a word's length in 16 bits, and its word graph grows with the text. */
    private static final int MAX_CHUNK = 1_000;

    /** mynlp's table of characters ends before the last one and has no bounds. */
    private static final char BEYOND_TABLE = '\uFFFF';

    private static final char UNKNOWN = '\uFFFD';

    private final Lexer lexer;

    /** Loads the dictionary, which takes less than a second. */
    public MynlpTokenizer() {
        lexer = FluentLexerBuilder.builder().basic().core().build();
    }

    @Override
    public List<Token> tokenize(String text) {
        List<Token> tokens = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = chunkEnd(text, begin);
            tokenize(text, begin, end, tokens);
            begin = end;
        }
        return tokens;
    }

    private void tokenize(String text, int from, int to, List<Token> tokens) {
        for (WordTerm term : lexer.scan(text.substring(from, to).replace(BEYOND_TABLE, UNKNOWN))) {
            int begin = from + term.getOffset();
            int end = begin + term.length();
            tokens.add(new Token(text.substring(begin, end), kind(term), begin, end));
        }
    }

    private static String kind(WordTerm term) {
        String kind = term.getNatureString();
        return kind == null ? "" : kind;
    }

    /** After the last full stop that fits, or comma; in a text without either, at the limit. */
    private static int chunkEnd(String text, int begin) {
        int limit = begin + MAX_CHUNK;
        if (limit >= text.length()) {
            return text.length();
        }
        for (String marks : new String[] {"。！？；", "，、："}) {
            for (int i = limit - 1; i > begin; i--) {
                if (marks.indexOf(text.charAt(i)) >= 0) {
                    return i + 1;
                }
            }
        }
        return limit;
    }
}
