package org.wirestream.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirestream.document.SubjectAssignment;

class DesksTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();

    @TempDir
    Path directory;

    @Test
    void shouldSendEverySubjectToItsDesk() {
        Desks desks = Desks.load(VOCABULARY);
        assertThat(desks.desks())
                .extracting(Desk::id)
                .containsExactly("security", "diplomacy", "politics", "economy", "humanitarian", "science", "sport");
        assertThat(VOCABULARY.subjects())
                .allSatisfy(subject ->
                        assertThat(desks.desksOf(assigned(subject.id()))).containsExactly(subject.desk()));
    }

    @Test
    void shouldNameEachDeskOnceInTheOrderOfTheSubjects() {
        assertThat(Desks.load(VOCABULARY).desksOf(assigned("trade", "conflict", "finance", "defence")))
                .containsExactly("economy", "security");
        assertThat(Desks.load(VOCABULARY).desksOf(List.of())).isEmpty();
    }

    @Test
    void shouldTakeNarrowerMediaTopicsUnlessAnotherDeskNamesThemMoreClosely() throws Exception {
        Desks desks = Desks.read(file("""
                        {"desks": [
                          {"id": "courts", "zh": "法治", "en": "Courts", "mediaTopics": ["medtop:02000000"]},
                          {"id": "graft", "zh": "反腐", "en": "Graft", "mediaTopics": ["medtop:20000093"]},
                          {"id": "watch", "zh": "监督", "en": "Watch", "mediaTopics": ["medtop:20000093"]}]}
                        """), VOCABULARY);
        assertThat(desks.desksOf(assigned("terrorism"))).containsExactly("courts");
        assertThat(desks.desksOf(assigned("corruption"))).containsExactly("graft", "watch");
        assertThat(desks.desksOf(assigned("sport"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'desks': [{'id': 'a', 'zh': '甲', 'en': 'A',~'mediaTopics': ['medtop:99']}]}|2|Media Topic \"medtop:99\" is unknown",
                "{'desks': [{'id': 'a', 'zh': '甲', 'en': 'A',~~'mediaTopics': ['medtop:20000229']}]}|3|Media Topic \"medtop:20000229\" is retired",
                "{'desks': [{'id': 'A b', 'zh': '甲'}]}|1|id \"A b\" is not of lower-case letters",
                "{'desks': [~{'id': 'a', 'zh': '甲', 'en': 'A'}]}|2|desk \"a\" has no \"mediaTopics\"",
                "{'desks': [{'id': 'a', 'zh': '甲', 'en': 'A', 'mediaTopics': []}]}|1|a desk needs at least one Media Topic",
                "{'desks': [{'id': 'a', 'zh': '', 'en': 'A'}]}|1|\"zh\" is empty",
                "{'desks': [~{'id': 'a',~'topics': []}]}|3|unknown field \"topics\"",
                "{'desks': []}|1|there is no desk",
                "{'tables': []}|1|the field \"desks\" is missing",
                "[]|1|expected an object",
                "{'desks': [~{'id': 'a'|2|no valid JSON",
                "{'desks': [~oops|2|no valid JSON",
            })
    void shouldSayWhereAFileIsWrongAndWhy(String content, int line, String reason) {
        assertThatThrownBy(() -> Desks.read(file(content.replace('\'', '"').replace('~', '\n')), VOCABULARY))
                .isInstanceOfSatisfying(
                        OperatorFileException.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessageContaining("desks.json:" + line + ": ")
                .hasMessageContaining(reason);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("desks.json"), content);
    }

    private static List<SubjectAssignment> assigned(String... subjects) {
        return Stream.of(subjects)
                .map(subject -> new SubjectAssignment(subject, 50, 50, List.of()))
                .toList();
    }
}
