package org.wirestream.text;

import java.util.List;

/** Splits text into words. Implementations are safe for use by many threads. */
public interface Tokenizer {
    /** The words of a text in order; their offsets are in the given text. */
    List<Token> tokenize(String text);
}
