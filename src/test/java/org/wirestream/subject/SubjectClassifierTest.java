package org.wirestream.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.EntityType;
import org.wirestream.document.Evidence;
import org.wirestream.document.Mention;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.Script;
import org.wirestream.wire.WireItem;

class SubjectClassifierTest {
    private static final SubjectClassifier CLASSIFIER =
            SubjectClassifier.load(Vocabulary.load(), Thresholds.NONE, false);

    /** Where nothing reaches its threshold, the first in rank may be said with a confidence that says so. */
    private static final int A_GUESS = 40;

    record Row(List<String> subjects, String text) {}

    static List<Row> table() throws IOException {
        try (var in = Objects.requireNonNull(SubjectClassifierTest.class.getResourceAsStream("paragraphs.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Row(cells[0].equals("-") ? List.of() : List.of(cells[0].split(",")), cells[1]))
                    .toList();
        }
    }

    @Test
    void shouldFindTheMainSubjectOfNearlyEveryExample() throws IOException {
        List<Row> wrong = table().stream()
                .filter(row -> !main(subjects(Items.of(row.text()), 0)).equals(main(row.subjects())))
                .toList();
        assertThat(wrong).hasSizeLessThanOrEqualTo(table().size() / 12);
    }

    @Test
    void shouldSeldomFindOtherSubjectsThanTheExamplesHave() throws IOException {
        long extra = table().stream()
                .filter(row -> !row.subjects().containsAll(subjects(Items.of(row.text()), 0)))
                .count();
        assertThat(extra).isLessThanOrEqualTo(table().size() / 3);
    }

    private static Optional<String> main(List<String> subjects) {
        return subjects.stream().findFirst();
    }

    @Test
    void shouldHaveAnExampleOfEverySubject() throws IOException {
        Set<String> shown =
                table().stream().flatMap(row -> row.subjects().stream()).collect(Collectors.toSet());
        assertThat(shown)
                .isEqualTo(
                        Vocabulary.load().subjects().stream().map(Subject::id).collect(Collectors.toSet()));
    }

    @Test
    void shouldPointAtTheWordsInTheSource() throws IOException {
        WireItem item = Items.of(table().stream().map(Row::text).toArray(String[]::new));
        SubjectAnalysis analysis = CLASSIFIER.classify(item, List.of(), List.of());
        List<SubjectAssignment> all = new ArrayList<>(analysis.item());
        analysis.paragraphs().forEach(all::addAll);
        assertThat(all).isNotEmpty().allSatisfy(each -> {
            assertThat(each.evidence()).isNotEmpty().hasSizeLessThanOrEqualTo(8);
            assertThat(each.evidence().get(0).weight()).isEqualTo(1);
            assertThat(each.evidence()).extracting(Evidence::weight).isSortedAccordingTo(Collections.reverseOrder());
            assertThat(each.evidence())
                    .allSatisfy(words -> assertThat(words.text())
                            .isNotEmpty()
                            .isEqualTo(item.paragraphs()
                                    .get(words.paragraph())
                                    .text()
                                    .substring(words.begin(), words.end())));
            assertThat(each.relevance()).isBetween(0, 100);
            assertThat(each.confidence()).isBetween(1, 100);
        });
    }

    @Test
    void shouldReadAsciiPunctuationAndInvisibleCharactersAlike() {
        WireItem wire = Items.of("央行宣布加\u200B息,股市下跌(三大股指收跌).");
        List<SubjectAssignment> found =
                CLASSIFIER.classify(wire, List.of(), List.of()).paragraphs().get(0);
        assertThat(found).extracting(SubjectAssignment::subject).containsExactly("finance");
        assertThat(found.get(0).evidence()).extracting(Evidence::text).contains("加\u200B息");
    }

    @Test
    void shouldReadTraditionalScriptAlike() {
        WireItem wire = Items.of(Script.TRADITIONAL, "當地發生強震,多處房屋倒塌,救援人員正在廢墟中搜救倖存者。");
        List<SubjectAssignment> found =
                CLASSIFIER.classify(wire, List.of(), List.of()).paragraphs().get(0);
        assertThat(found).extracting(SubjectAssignment::subject).containsExactly("disaster");
        assertThat(found.get(0).evidence()).extracting(Evidence::text).contains("強震");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "据新华社报道，他当天没有回答提问。",
                "据《经济日报》报道，他当天没有回答提问。",
                "他对法新社和路透社说，自己并不知情。",
                "地区反恐怖机构的代表也在场。",
            })
    void shouldNotTakeAnAgencysNameForASubject(String text) {
        List<SubjectAssignment> found = CLASSIFIER
                .classify(Items.of(text), List.of(), List.of())
                .paragraphs()
                .get(0);
        assertThat(found).extracting(SubjectAssignment::subject).doesNotContain("economy", "terrorism", "crime");
        assertThat(found).extracting(SubjectAssignment::confidence).allMatch(confidence -> confidence <= A_GUESS);
    }

    @Test
    void shouldNotTakeANameForASubject() {
        String text = "张文化在农业科技教育发展研究会工作，昨天病愈。";
        assertThat(subjects(Items.of(text), 0)).isNotEmpty();
        List<Mention> names = List.of(
                new Mention("e1", EntityType.PER, 0, 0, 3, "张文化", "test"),
                new Mention("e2", EntityType.ORG, 0, 4, 15, "农业科技教育发展研究会", "test"));
        assertThat(CLASSIFIER
                        .classify(Items.of(text), names, List.of())
                        .paragraphs()
                        .get(0))
                .isEmpty();
    }

    @Test
    void shouldNotTakeAListOfFieldsForItsFields() {
        assertThat(subjects(Items.of("双方愿深化双边关系，拓展农业、能源、教育、旅游、体育等领域合作。"), 0)).containsExactly("diplomacy");
        assertThat(CLASSIFIER
                        .classify(Items.of("本组织人文合作不断加强，包括卫生、文化、环保、科技、体育等领域合作。"), List.of(), List.of())
                        .paragraphs()
                        .get(0))
                .filteredOn(each -> each.confidence() > A_GUESS)
                .extracting(SubjectAssignment::subject)
                .doesNotContain("health", "science", "sport", "environment");
    }

    @Test
    void shouldTellLongerTermsFromThoseInside() {
        assertThat(subjects(Items.of("两国将联手打击网络犯罪，防范网络攻击。"), 0)).containsExactly("cyber-security");
    }

    @Test
    void shouldLetTheItemSpeakForAParagraphThatSaysLittle() {
        WireItem item = Items.withHeadline("主队三比一取胜进入半决赛", "主队在联赛杯比赛中以三比一击败对手，前锋攻入两球。", "他说，大家都很高兴，希望下周还能这样。", "图为现场");
        assertThat(subjects(item, 0)).isEmpty();
        assertThat(subjects(item, 2)).containsExactly("sport");
        assertThat(subjects(item, 3)).isEmpty();
        assertThat(CLASSIFIER
                        .classify(item, List.of(), List.of())
                        .paragraphs()
                        .get(2)
                        .get(0)
                        .evidence())
                .extracting(Evidence::paragraph)
                .doesNotContain(2);
    }

    @Test
    void shouldGiveSubjectsToBodyParagraphsOnly() {
        Items.Builder lines = new Items.Builder(Script.SIMPLIFIED);
        for (Paragraph.Kind kind : Paragraph.Kind.values()) {
            lines.line(kind, "股市大跌，央行宣布降息。", 0);
        }
        WireItem item = lines.build();
        List<List<SubjectAssignment>> found =
                CLASSIFIER.classify(item, List.of(), List.of()).paragraphs();
        assertThat(item.paragraphs())
                .allSatisfy(
                        each -> assertThat(found.get(each.index()).isEmpty()).isEqualTo(!each.isBody()));
    }

    @Test
    void shouldNotReadTheDateline() {
        String text = "足球报世界杯专电 他当天没有回答提问。";
        WireItem item = new Items.Builder(Script.SIMPLIFIED)
                .line(Paragraph.Kind.BODY, text, text.indexOf('他'))
                .build();
        assertThat(subjects(item, 0)).doesNotContain("sport");
    }

    @Test
    void shouldTellWhatTheItemIsAboutMainSubjectFirst() {
        WireItem item = Items.withHeadline(
                "强震袭击山区致多人遇难",
                "当地凌晨发生强震，已有数十人遇难，救援人员正在废墟中搜救被困者。",
                "余震不断，上千间房屋倒塌，失踪人员仍在增加。",
                "医院床位告急，医生和护士连夜为伤者做手术。",
                "邻国宣布提供紧急人道主义援助，首批救援物资已启运。");
        List<SubjectAssignment> found =
                CLASSIFIER.classify(item, List.of(), List.of()).item();
        assertThat(found)
                .extracting(SubjectAssignment::subject)
                .startsWith("disaster")
                .hasSizeLessThanOrEqualTo(5);
        assertThat(found.get(0).relevance()).isGreaterThan(50);
    }

    @Test
    void shouldAssignASubjectFromTheConfidenceOnThatAnOperatorSets() {
        WireItem item = Items.of("央行宣布降息，股市大跌。", "主队三比一取胜进入半决赛。");
        SubjectAssignment finance = CLASSIFIER
                .classify(item, List.of(), List.of())
                .paragraphs()
                .get(0)
                .get(0);
        assertThat(finance.subject()).isEqualTo("finance");

        SubjectAnalysis kept = with(Map.of("finance", finance.confidence() - 1)).classify(item, List.of(), List.of());
        assertThat(kept).isEqualTo(CLASSIFIER.classify(item, List.of(), List.of()));

        SubjectAnalysis refused =
                with(Map.of("finance", finance.confidence() + 1)).classify(item, List.of(), List.of());
        assertThat(refused.paragraphs().get(0))
                .as("nor another one for want of better")
                .isEmpty();
        assertThat(refused.paragraphs().get(1)).isEqualTo(kept.paragraphs().get(1));
        assertThat(kept.item()).extracting(SubjectAssignment::subject).contains("finance");
        assertThat(refused.item()).extracting(SubjectAssignment::subject).doesNotContain("finance");
    }

    @Test
    void shouldAssignLessLikelySubjectsWhereAnOperatorAllowsThem() throws IOException {
        WireItem item = Items.of(table().stream().map(Row::text).toArray(String[]::new));
        Map<String, Integer> low =
                Vocabulary.load().subjects().stream().collect(Collectors.toMap(Subject::id, subject -> 1));
        assertThat(assignments(with(low), item)).isGreaterThan(assignments(CLASSIFIER, item));
    }

    private static int assignments(SubjectClassifier classifier, WireItem item) {
        return classifier.classify(item, List.of(), List.of()).paragraphs().stream()
                .mapToInt(List::size)
                .sum();
    }

    private static SubjectClassifier with(Map<String, Integer> percent) {
        return SubjectClassifier.load(Vocabulary.load(), new Thresholds(percent), false);
    }

    @Test
    void shouldHaveNothingToSayAboutAnItemWithoutParagraphs() {
        assertThat(CLASSIFIER.classify(Items.of(), List.of(), List.of()))
                .isEqualTo(new SubjectAnalysis(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldSurviveAnyText(long seed) {
        Random random = new Random(seed);
        String alphabet = "恐怖主义联合国经济贸易核武器、，。（“\u200B\u0000\uFFFF\uD83D😀AIGDP5G 1２";
        String[] lines = new String[20];
        Arrays.setAll(
                lines,
                i -> random.ints(random.nextInt(200), 0, alphabet.length() + 20)
                        .mapToObj(at -> String.valueOf(
                                at < alphabet.length() ? alphabet.charAt(at) : (char) random.nextInt(0x10000)))
                        .collect(Collectors.joining()));
        WireItem item = Items.of(lines);
        SubjectAnalysis once = CLASSIFIER.classify(item, List.of(), List.of());
        assertThat(once.paragraphs())
                .hasSize(20)
                .allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(4));
        assertThat(CLASSIFIER.classify(item, List.of(), List.of())).isEqualTo(once);
    }

    private static List<String> subjects(WireItem item, int paragraph) {
        return CLASSIFIER.classify(item, List.of(), List.of()).paragraphs().get(paragraph).stream()
                .map(SubjectAssignment::subject)
                .toList();
    }
}
