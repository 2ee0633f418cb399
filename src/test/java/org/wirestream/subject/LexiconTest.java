package org.wirestream.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();

    @Test
    void shouldHaveARichLexiconForEverySubject() {
        assertThat(VOCABULARY.subjects())
                .allSatisfy(subject -> assertThat(TermFile.read("lexicon/" + subject.id() + ".txt", 0))
                        .hasSizeGreaterThan(80));
    }

    @Test
    void shouldReadWeightsAndConstraints() throws IOException {
        List<Term> terms = parse("# comment\n\n减产\t3\tonly-if:原油,石油\n增产\t1.5\tnot-if:粮食\n");
        assertThat(terms)
                .containsExactly(
                        new Term(7, "减产", 3, List.of(), List.of("原油", "石油")),
                        new Term(7, "增产", 1.5, List.of("粮食"), List.of()));
        assertThat(terms.get(0).speaksIn("各国同意石油减产")).isTrue();
        assertThat(terms.get(0).speaksIn("玉米减产")).isFalse();
        assertThat(terms.get(1).speaksIn("粮食增产")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "减产|lexicon:1: no weight",
                "减产~9|lexicon:1: weight 9 is not between 0 and 5",
                "减产~3~when:x|lexicon:1: unknown constraint when:x",
                "减产~3~only-if:,|lexicon:1: empty word",
                "减产~3^减产~2|lexicon:2: 减产 occurs twice",
            })
    void shouldRefuseAWrongLine(String lines, String message) {
        assertThatThrownBy(() -> parse(lines.replace('~', '\t').replace('^', '\n')))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void shouldFindTheLongestTermsAndWholeLatinWords() {
        Lexicon lexicon = Lexicon.load(VOCABULARY.subjects());
        assertThat(lexicon.find("打击网络犯罪，AI企业AIIB"))
                .extracting(hit -> hit.begin() + "-" + hit.end())
                .containsSubsequence("2-6", "7-9")
                .doesNotContain("4-6", "11-13");
    }

    private static List<Term> parse(String lines) throws IOException {
        return TermFile.parse(new BufferedReader(new StringReader(lines)), "lexicon", 7);
    }
}
