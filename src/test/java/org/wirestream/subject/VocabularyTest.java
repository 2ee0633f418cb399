package org.wirestream.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();

    @Test
    void shouldKnowTheSubjectsAndTheOfficialMediaTopics() {
        assertThat(VOCABULARY.subjects()).hasSize(29);
        assertThat(VOCABULARY.mediaTopics()).hasSize(1372);
        assertThat(VOCABULARY.mediaTopics().stream().filter(MediaTopic::isActive))
                .hasSize(1099);
        assertThat(VOCABULARY.version()).isEqualTo("1/medtop-2023-10-24");
    }

    @Test
    void shouldStandForActiveMediaTopicsOnly() {
        assertThat(VOCABULARY.subjects())
                .allSatisfy(subject -> assertThat(subject.mediaTopics())
                        .isNotEmpty()
                        .allSatisfy(topic -> {
                            assertThat(topic.isActive()).isTrue();
                            assertThat(topic.uri()).endsWith(topic.qcode().substring("medtop:".length()));
                            assertThat(topic.path()).last().isEqualTo(topic.qcode());
                            assertThat(topic.path())
                                    .allMatch(
                                            code -> VOCABULARY.mediaTopic(code).isPresent());
                        }));
    }

    @Test
    void shouldGiveTheOfficialLabels() {
        assertThat(VOCABULARY.mediaTopic("medtop:20000103")).hasValueSatisfying(terrorism -> {
            assertThat(terrorism.en()).isEqualTo("terrorism");
            assertThat(terrorism.zh()).isEqualTo("恐怖主义");
            assertThat(terrorism.broader()).isEqualTo("medtop:20000082");
        });
        assertThat(VOCABULARY.mediaTopic("medtop:20001361"))
                .hasValueSatisfying(topic -> assertThat(topic.zh()).isNull());
    }

    @Test
    void shouldRefuseACodeThatIsUnknownOrRetired() throws Exception {
        ObjectMapper json = new ObjectMapper();
        String topics = """
                {"version": "x", "concepts": [
                  {"qcode": "medtop:1", "uri": "u", "path": ["medtop:1"], "en": "old", "retired": "2020-01-01"}]}
                """;
        String subjects = """
                {"version": "1", "subjects": [
                  {"id": "a", "desk": "d", "zh": "甲", "en": "A", "covers": "c", "mediaTopics": ["medtop:%s"]}]}
                """;
        assertThatThrownBy(() -> Vocabulary.of(json.readTree(subjects.formatted("1")), json.readTree(topics)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("subject a: Media Topic medtop:1 is retired since 2020-01-01");
        assertThatThrownBy(() -> Vocabulary.of(json.readTree(subjects.formatted("2")), json.readTree(topics)))
                .hasMessage("subject a: Media Topic medtop:2 is unknown");
    }
}
