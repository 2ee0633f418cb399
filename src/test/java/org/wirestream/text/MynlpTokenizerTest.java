package org.wirestream.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MynlpTokenizerTest {
    private static final MynlpTokenizer TOKENIZER = new MynlpTokenizer();

    @Test
    void shouldCutTextOfEveryCharacterThereIs() {
        String everything = IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .mapToObj(c -> "北京" + (char) c)
                .collect(Collectors.joining());
        List<Token> tokens = TOKENIZER.tokenize(everything);
        int end = 0;
        for (Token token : tokens) {
            assertThat(token.begin()).isGreaterThanOrEqualTo(end);
            end = token.end();
            assertThat(token.text()).isEqualTo(everything.substring(token.begin(), end));
        }
        assertThat(tokens.stream().filter(token -> token.text().startsWith("北京")))
                .hasSizeGreaterThan(65_000);
    }

    @Test
    void shouldLeaveTheTextAsItIsWhereTheDictionaryDoesNotKnowACharacter() {
        assertThat(TOKENIZER.tokenize("北京\uFFFF天气")).extracting(Token::text).containsExactly("北京", "\uFFFF", "天气");
    }
}
