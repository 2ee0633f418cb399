package org.wirestream.bench;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.mayabot.nlp.segment.FluentLexerBuilder;
import com.mayabot.nlp.segment.Lexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.ansj.splitWord.analysis.NlpAnalysis;
import org.ansj.splitWord.analysis.ToAnalysis;
import org.wirestream.quality.GoldRecord;

/** Other Java libraries that find names in Chinese text, each by itself: words and names, as its own documentation sets it up. */
final class Peers {
    private Peers() {}

    /** A word as a library gives it. */
    private record Word(String text, String kind, int begin) {}

    /** HanLP's dictionaries and Viterbi segmenter, with the recognisers of places and organisations that are off by default. */
    static NameFinder hanlp() {
        Segment segment = HanLP.newSegment()
                .enablePlaceRecognize(true)
                .enableOrganizationRecognize(true)
                .enableOffset(true);
        return words(text -> segment.seg(text).stream()
                .map(term -> new Word(term.word, term.nature.toString(), term.offset))
                .toList());
    }

    /** mynlp's core dictionary with its perceptrons for parts of speech, people and names. */
    static NameFinder mynlp() {
        Lexer lexer = FluentLexerBuilder.builder()
                .basic()
                .core()
                .withPos()
                .withPersonName()
                .withNer()
                .build();
        return words(text -> StreamSupport.stream(lexer.scan(text).spliterator(), false)
                .map(term -> new Word(term.word, String.valueOf(term.getNatureString()), term.getOffset()))
                .toList());
    }

    /** ansj with its conditional random field. */
    static NameFinder ansjNlp() {
        NlpAnalysis analysis = new NlpAnalysis();
        return words(text -> ansj(analysis.parseStr(text)));
    }

    /** ansj with dictionaries and rules. */
    static NameFinder ansjTo() {
        ToAnalysis analysis = new ToAnalysis();
        return words(text -> ansj(analysis.parseStr(text)));
    }

    private static List<Word> ansj(org.ansj.domain.Result result) {
        return result.getTerms().stream()
                .map(term -> new Word(term.getRealName(), term.getNatureStr(), term.getOffe()))
                .toList();
    }

    private static NameFinder words(Function<String, List<Word>> cut) {
        return (doc, paragraphs) -> paragraphs.stream()
                .map(paragraph -> names(cut.apply(paragraph)))
                .toList();
    }

    private static List<GoldRecord.Name> names(List<Word> words) {
        List<GoldRecord.Name> names = new ArrayList<>();
        for (Word word : words) {
            String type = type(word.kind().toLowerCase(Locale.ROOT));
            if (type != null) {
                names.add(new GoldRecord.Name(
                        word.begin(), word.begin() + word.text().length(), word.text(), type));
            }
        }
        return names;
    }

    /** All three use the marks of Peking University's corpus of 1998. */
    private static String type(String kind) {
        if (kind.startsWith("nr")) {
            return "PER";
        }
        if (kind.startsWith("ns")) {
            return "LOC";
        }
        return kind.startsWith("nt") ? "ORG" : null;
    }
}
