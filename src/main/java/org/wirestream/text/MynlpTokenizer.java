package org.wirestream.text;

import com.mayabot.nlp.segment.FluentLexerBuilder;
import com.mayabot.nlp.segment.Lexer;
import com.mayabot.nlp.segment.WordTerm;
import java.util.ArrayList;
import java.util.List;

/**
 * mynlp's core lexer with part of speech, person names (nr) and named entities (ns, nt). Of the tools with models that
 * may be shipped it tags wire text best; its perceptron segmenter is a little better still, but loads for 17 seconds.
 */
public final class MynlpTokenizer implements Tokenizer {
    private final Lexer lexer;

    /** Loads the models, which takes one to two seconds. */
    public MynlpTokenizer() {
        lexer = FluentLexerBuilder.builder()
                .basic()
                .core()
                .withPos()
                .withPersonName()
                .withNer()
                .build();
    }

    @Override
    public List<Token> tokenize(String text) {
        List<Token> tokens = new ArrayList<>();
        for (WordTerm term : lexer.scan(text)) {
            int begin = term.getOffset();
            int end = begin + term.length();
            tokens.add(new Token(text.substring(begin, end), term.getNatureString(), begin, end));
        }
        return tokens;
    }
}
