package org.wirestream.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirestream.corpus.CorpusDocument;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.encoder.Encoder;
import org.wirestream.encoder.Encoding;
import org.wirestream.entity.EntityTagger;
import org.wirestream.quality.GoldRecord;
import org.wirestream.sequence.Example;
import org.wirestream.sequence.Observations;
import org.wirestream.sequence.Span;
import org.wirestream.subject.ParagraphObservation;
import org.wirestream.subject.SubjectClassifier;
import org.wirestream.time.DateTagger;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireParser;

/**
 * A document of the corpus as the engine sees it.
 *
 * @param document the document
 * @param item the same, parsed
 * @param encodings its paragraphs' vectors
 */
record Lesson(CorpusDocument document, WireItem item, List<Encoding> encodings) {
    /** The types of names that a model learns; titles need none. */
    static final List<String> TYPES = List.of("PER", "LOC", "ORG", "EVENT");

    static Lesson prepare(CorpusDocument document, Encoder encoder) throws MalformedWireException {
        String text = document.paragraphs().stream().map(GoldRecord::text).collect(Collectors.joining("\n"));
        WireItem item = new WireParser(Limits.DEFAULT).parse(text, document.feed());
        if (item.paragraphs().size() != document.paragraphs().size()) {
            throw new IllegalStateException(document.id() + " has other paragraphs when parsed");
        }
        List<Encoding> encodings = item.paragraphs().stream()
                .map(each -> encoder.encode(each.folded().folded()))
                .toList();
        return new Lesson(document, item, encodings);
    }

    /**
     * Its paragraphs' characters as a tagger sees them, with the names in them.
     *
     * @param vectors whether it sees the vectors too
     */
    List<Example> examples(EntityTagger tagger, boolean vectors) {
        List<Observations> seen = tagger.observe(item, new DateTagger().tag(item), vectors ? encodings : List.of());
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            FoldedText folded = item.paragraphs().get(i).folded();
            examples.add(new Example(
                    seen.get(i),
                    document.paragraphs().get(i).entities().stream()
                            .filter(name -> TYPES.contains(name.type()))
                            .map(name -> new Span(
                                    folded.foldedOffset(name.start()), folded.foldedOffset(name.end()), name.type()))
                            .toList()));
        }
        return examples;
    }

    /** Whether the document belongs to a part of the corpus that does not depend on the folds. */
    boolean isInShare(int share) {
        return Math.floorMod(document.id().hashCode() / SubjectTraining.FOLDS, share) == 0;
    }

    /** The names of the document as the engine would give them. */
    List<Mention> mentions() {
        return document.paragraphs().stream()
                .flatMap(paragraph -> paragraph.entities().stream()
                        .map(name -> new Mention(
                                name.text(),
                                EntityType.valueOf(name.type()),
                                paragraph.para(),
                                name.start(),
                                name.end(),
                                name.text(),
                                "corpus")))
                .toList();
    }

    /** What a subject classifier learns from the document. */
    List<SubjectTraining.Row> rows(SubjectClassifier classifier, boolean vectors) {
        List<@Nullable ParagraphObservation> seen =
                classifier.observe(item, mentions(), vectors ? encodings : List.of());
        List<SubjectTraining.Row> rows = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            ParagraphObservation one = seen.get(i);
            if (one != null) {
                rows.add(new SubjectTraining.Row(
                        one, document.paragraphs().get(i).subjects(), SubjectTraining.fold(document.id())));
            }
        }
        return rows;
    }
}
