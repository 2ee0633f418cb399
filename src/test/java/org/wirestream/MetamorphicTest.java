package org.wirestream;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirestream.corpus.CorpusDocument;
import org.wirestream.corpus.CorpusReader;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.quality.GoldRecord;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireParser;

/** What changes nothing for a reader changes next to nothing for the engines. */
class MetamorphicTest {
    private static final int EVERY = 24;
    private static final Pattern DATELINE = Pattern.compile("^[^，。]{2,24}[0-9]{1,2}日(?:专)?电\\s*(?:（[^）]*）)?\\s*");

    private static final Enricher ACCURATE = Enricher.load(Engine.ACCURATE);
    private static final Enricher FAST = Enricher.load(Engine.FAST);
    private static final WireParser PARSER = new WireParser(Limits.DEFAULT);

    private static List<CorpusDocument> documents;

    /** A change of the text's dress, that keeps every character at its place. */
    enum Change {
        ASCII_PUNCTUATION,
        FULL_WIDTH_DIGITS,
        IDEOGRAPHIC_SPACES,
        TRADITIONAL_SCRIPT;

        String apply(String text) {
            return switch (this) {
                case ASCII_PUNCTUATION -> replace(text, "，；：？！（）", ",;:?!()");
                case FULL_WIDTH_DIGITS -> replace(text, "0123456789", "０１２３４５６７８９");
                case IDEOGRAPHIC_SPACES -> text.replace(' ', '\u3000');
                case TRADITIONAL_SCRIPT -> traditional(text);
            };
        }
    }

    private static String replace(String text, String from, String to) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = from.indexOf(text.charAt(i));
            if (at >= 0) {
                changed.setCharAt(i, to.charAt(at));
            }
        }
        return changed.toString();
    }

    private static String traditional(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(c -> {
                    String converted = ZhConverterUtil.toTraditional(c);
                    return converted.length() == c.length() ? converted : c;
                })
                .collect(Collectors.joining());
    }

    @BeforeAll
    static void read() throws Exception {
        List<CorpusDocument> corpus = CorpusReader.read(Path.of("src/corpus"));
        documents = new ArrayList<>();
        for (int i = 0; i < corpus.size(); i += EVERY) {
            documents.add(corpus.get(i));
        }
    }

    private static EnrichedItem enrich(Enricher enricher, CorpusDocument document, List<String> lines)
            throws MalformedWireException {
        return enricher.enrich(PARSER.parse(String.join("\n", lines), document.feed()), "1");
    }

    private static List<String> lines(CorpusDocument document) {
        return document.paragraphs().stream().map(GoldRecord::text).toList();
    }

    private static Set<String> names(EnrichedItem item, Predicate<EnrichedParagraph> which) {
        Set<String> found = new HashSet<>();
        item.paragraphs().stream()
                .filter(which)
                .forEach(each -> each.mentions()
                        .forEach(m -> found.add(
                                "%d:%d-%d %s".formatted(each.paragraph().index(), m.begin(), m.end(), m.type()))));
        return found;
    }

    private static Set<String> subjects(EnrichedItem item, Predicate<EnrichedParagraph> which) {
        Set<String> found = new HashSet<>();
        item.paragraphs().stream()
                .filter(which)
                .forEach(each -> each.subjects().stream()
                        .map(SubjectAssignment::subject)
                        .forEach(subject -> found.add(each.paragraph().index() + ":" + subject)));
        return found;
    }

    /** The share of two sets' findings that both have (F1). */
    private static final class Agreement {
        private int shared;
        private int all;

        void add(Collection<String> a, Collection<String> b) {
            shared += 2 * (int) a.stream().filter(b::contains).count();
            all += a.size() + b.size();
        }

        double f1() {
            return all == 0 ? 1 : (double) shared / all;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTagAlikeInAnotherDress(Change change) throws MalformedWireException {
        for (Enricher enricher : List.of(ACCURATE, FAST)) {
            Agreement names = new Agreement();
            Agreement subjects = new Agreement();
            for (CorpusDocument document : documents) {
                EnrichedItem plain = enrich(enricher, document, lines(document));
                List<String> changed =
                        lines(document).stream().map(change::apply).toList();
                EnrichedItem dressed = enrich(enricher, document, changed);
                names.add(names(plain, each -> true), names(dressed, each -> true));
                subjects.add(subjects(plain, each -> true), subjects(dressed, each -> true));
            }
            assertThat(names.f1())
                    .describedAs("names, " + enricher.versions().engine())
                    .isGreaterThan(0.97);
            assertThat(subjects.f1())
                    .describedAs("subjects, " + enricher.versions().engine())
                    .isGreaterThan(0.96);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPutOffsetsIntoTheTextAsItCame(Change change) throws MalformedWireException {
        for (CorpusDocument document : documents) {
            List<String> changed = lines(document).stream().map(change::apply).toList();
            for (EnrichedParagraph paragraph :
                    enrich(ACCURATE, document, changed).paragraphs()) {
                assertThat(paragraph.mentions())
                        .allSatisfy(m -> assertThat(paragraph.paragraph().text().substring(m.begin(), m.end()))
                                .isEqualTo(m.text()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void shouldTagTheRestAlikeWithoutHeadlineAndDateline(Engine engine) throws MalformedWireException {
        Enricher enricher = engine == Engine.ACCURATE ? ACCURATE : FAST;
        Agreement names = new Agreement();
        Agreement subjects = new Agreement();
        for (CorpusDocument document : documents) {
            List<String> whole = lines(document);
            if (whole.size() < 4) {
                continue;
            }
            List<String> headless = new ArrayList<>(whole.subList(1, whole.size()));
            Matcher dateline = DATELINE.matcher(headless.get(0));
            headless.set(0, dateline.replaceFirst(""));
            if (headless.get(0).isBlank()) {
                continue;
            }
            EnrichedItem plain = enrich(enricher, document, whole);
            EnrichedItem bare = enrich(enricher, document, headless);
            names.add(
                    names(plain, each -> each.paragraph().index() > 1).stream()
                            .map(name -> renumbered(name, -1))
                            .toList(),
                    names(bare, each -> each.paragraph().index() > 0));
            subjects.add(
                    subjects(plain, each -> each.paragraph().index() > 1).stream()
                            .map(name -> renumbered(name, -1))
                            .toList(),
                    subjects(bare, each -> each.paragraph().index() > 0));
        }
        assertThat(names.f1()).isGreaterThan(0.97);
        // Without vectors more of a paragraph that says little hangs on its headline.
        assertThat(subjects.f1()).isGreaterThan(engine == Engine.ACCURATE ? 0.88 : 0.82);
    }

    private static String renumbered(String finding, int by) {
        int colon = finding.indexOf(':');
        return Integer.parseInt(finding.substring(0, colon)) + by + finding.substring(colon);
    }
}
