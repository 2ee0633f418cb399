package org.wirestream.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wirestream.quality.GoldRecord;
import org.wirestream.quality.Scorer;
import org.wirestream.subject.Subject;
import org.wirestream.subject.Vocabulary;

/** What the corpus must be to be trained on. */
class CorpusTest {
    private static final Path FOLDER = Path.of("src/corpus");
    private static final int LEAST_OF_A_SUBJECT = 60;
    private static final int LONG_ENOUGH_TO_TELL = 20;

    private static List<CorpusDocument> corpus;
    private static List<GoldRecord> paragraphs;

    @BeforeAll
    static void read() throws Exception {
        corpus = new ArrayList<>(CorpusReader.read(FOLDER));
        corpus.addAll(CorpusReader.read(FOLDER.resolve("subjects")));
        paragraphs = CorpusDocument.records(corpus);
    }

    @Test
    void shouldHaveEnoughParagraphs() {
        assertThat(paragraphs).hasSizeGreaterThanOrEqualTo(2_000);
    }

    @Test
    void shouldHaveEverySubjectOftenAndNoUnknownOne() {
        Map<String, Long> times = paragraphs.stream()
                .flatMap(each -> each.subjects().stream())
                .collect(Collectors.groupingBy(subject -> subject, Collectors.counting()));
        assertThat(times.keySet())
                .isEqualTo(
                        Vocabulary.load().subjects().stream().map(Subject::id).collect(Collectors.toSet()));
        assertThat(times.values()).allMatch(count -> count >= LEAST_OF_A_SUBJECT);
    }

    @Test
    void shouldHaveOneToFourDifferentSubjectsOrNone() {
        assertThat(paragraphs)
                .allSatisfy(each ->
                        assertThat(each.subjects()).hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates());
        assertThat(paragraphs.stream().filter(each -> each.subjects().isEmpty()))
                .hasSizeGreaterThan(paragraphs.size() / 10);
        assertThat(paragraphs.stream().filter(each -> each.subjects().size() > 1))
                .hasSizeGreaterThan(paragraphs.size() / 4);
    }

    @Test
    void shouldHaveNoDocumentTwice() {
        assertThat(corpus.stream().map(CorpusDocument::id)).doesNotHaveDuplicates();
    }

    @Test
    void shouldHaveNoParagraphTwice() {
        Set<String> texts = new HashSet<>();
        assertThat(paragraphs.stream()
                        .map(GoldRecord::text)
                        .filter(text -> text.length() > LONG_ENOUGH_TO_TELL)
                        .filter(text -> !texts.add(text)))
                .isEmpty();
    }

    @Test
    void shouldMarkNamesThatDoNotOverlap() {
        assertThat(paragraphs).allSatisfy(each -> {
            List<GoldRecord.Name> names = each.entities();
            for (int i = 1; i < names.size(); i++) {
                assertThat(names.get(i).start())
                        .isGreaterThanOrEqualTo(names.get(i - 1).end());
            }
            assertThat(names)
                    .allSatisfy(name ->
                            assertThat(name.text()).isEqualTo(name.text().strip()));
        });
    }

    @Test
    void shouldGiveDatesIsoValues() {
        String day = "\\d{4}(-\\d{2}(-\\d{2})?)?";
        assertThat(paragraphs)
                .allSatisfy(each -> assertThat(each.dates())
                        .allSatisfy(date -> assertThat(date.iso()).matches(day + "(/" + day + ")?")));
    }

    @Test
    void shouldMarkEveryTitle() {
        assertThat(paragraphs).allSatisfy(each -> {
            for (int i = each.text().indexOf('《'); i >= 0; i = each.text().indexOf('《', i + 1)) {
                int begin = i + 1;
                assertThat(each.entities())
                        .describedAs(each.text())
                        .anyMatch(name -> name.type().equals("DOC") && name.start() <= begin && begin < name.end());
            }
        });
    }

    /** A tenth of the documents was annotated by a second annotator who saw the plain text only. */
    @Test
    void shouldBeAnnotatedAlikeByTwoAnnotators() throws Exception {
        List<GoldRecord> second = CorpusDocument.records(CorpusReader.read(FOLDER.resolve("second")));
        Map<String, GoldRecord> byPlace = new HashMap<>();
        paragraphs.forEach(each -> byPlace.put(each.doc() + each.para(), each));
        List<GoldRecord> first = second.stream()
                .map(each -> byPlace.get(each.doc() + each.para()))
                .toList();
        assertThat(second).hasSizeGreaterThan(paragraphs.size() / 11);
        for (int i = 0; i < second.size(); i++) {
            assertThat(second.get(i).text()).isEqualTo(first.get(i).text());
        }
        Vocabulary vocabulary = Vocabulary.load();
        Scorer.Score agreement =
                new Scorer(subject -> vocabulary.subject(subject).map(Subject::desk)).score(first, second);
        assertThat(agreement.measures().get("entities").f1()).isGreaterThan(0.90);
        assertThat(agreement.measures().get("dates").f1()).isGreaterThan(0.90);
        assertThat(agreement.measures().get("desks").f1()).isGreaterThan(0.80);
    }
}
