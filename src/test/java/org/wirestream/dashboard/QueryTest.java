package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private static final Set<String> ALLOWED = Set.of("limit", "from", "desk", "q", "at", "type");

    private static Query parse(String raw) throws ProblemException {
        return Query.parse(raw, ALLOWED);
    }

    @Test
    void shouldReadWhatIsEncoded() throws Exception {
        Query query = parse("q=%E4%B8%8A+%E5%90%88&desk=a&desk=b%26c&limit=5&from=2017-06-09");

        assertThat(query.text("q", 10)).hasValue("上 合");
        assertThat(query.any("desk")).containsExactly("a", "b&c");
        assertThat(query.number("limit", 1, 10, 3)).isEqualTo(5);
        assertThat(query.day("from")).hasToString("Optional[2017-06-09]");
        assertThat(parse("").number("limit", 1, 10, 3)).isEqualTo(3);
        assertThat(parse("limit=").number("limit", 1, 10, 3)).isEqualTo(3);
        assertThat(parse("at=2017-06-08T23:30:00Z").hour("at").orElseThrow().toString())
                .startsWith("2017-06-09T07:00+08:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=0 | limit is '0'; allowed is a number from 1 to 10",
                "limit=99999999999 | allowed is a number",
                "limit=1&limit=2 | limit is given more than once",
                "nope=1 | unknown parameter 'nope'",
                "q=%zz | encodes nothing",
                "from=yesterday | write a day as 2017-06-09",
                "from=+99999-01-01 | write a day",
                "from=0001-01-01 | the year 1",
                "at=2017-06-09T12:00:00 | write a date-time",
                "type=CAT | allowed are PER, LOC, ORG, DOC, EVENT"
            })
    void shouldRefuseWithTheParametersName(String raw, String told) {
        assertThatThrownBy(() -> {
                    Query query = parse(raw);
                    query.number("limit", 1, 10, 3);
                    query.day("from");
                    query.hour("at");
                    query.entityType("type");
                })
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining(told);
    }

    @Test
    void shouldBoundWhatItTakes() {
        assertThatThrownBy(() -> parse("desk=a&".repeat(201))).hasMessageContaining("more than 200 parameters");
        assertThatThrownBy(() -> parse("desk=a&".repeat(21)).any("desk")).hasMessageContaining("more than 20 times");
        assertThatThrownBy(() -> parse("q=" + "a".repeat(1001))).hasMessageContaining("longer than 1000");
        assertThatThrownBy(() -> parse("q=" + "a".repeat(201)).text("q", 200)).hasMessageContaining("longer than 200");
    }
}
