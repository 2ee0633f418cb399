package org.wirestream.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wirestream.document.Mention;
import org.wirestream.entity.EntityTagger;
import org.wirestream.entity.Part;
import org.wirestream.quality.GoldRecord;
import org.wirestream.quality.Measure;
import org.wirestream.quality.Scorer;
import org.wirestream.sequence.Example;
import org.wirestream.sequence.ModelFile;
import org.wirestream.sequence.SequenceModel;
import org.wirestream.time.DateTagger;

/** Lets whole taggers find names in documents that their models were not trained on. */
final class TaggerCrossValidation {
    /** How often each document is tagged; the fastest time counts. */
    private static final int PASSES = 3;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Scorer SCORER = new Scorer(subject -> Optional.empty());
    /** The measures of a table's columns. */
    private static final List<String> SHOWN = List.of("entities", "PER", "LOC", "ORG", "EVENT");

    private static final Measure NOTHING = new Measure(0, 0, 0);

    private final List<Lesson> lessons;
    private final DateTagger dates = new DateTagger();

    TaggerCrossValidation(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    /** A document with what was found in it. */
    record Judged(Lesson lesson, List<GoldRecord> predicted) {}

    /**
     * What taggers found.
     *
     * @param documents each by the tagger that does not know it
     * @param nanos processor time of all of them, without the encoder's
     * @param modelBytes mean size of a model
     */
    record Result(List<Judged> documents, long nanos, long modelBytes) {
        double nanosPerCharacter() {
            return (double) nanos
                    / documents.stream()
                            .flatMap(each -> each.lesson().document().paragraphs().stream())
                            .mapToLong(paragraph -> paragraph.text().length())
                            .sum();
        }
    }

    /** F1 of names together and by type, as columns of a table. */
    static String columns(List<Judged> documents) {
        return SHOWN.stream()
                .map(measure -> " %.3f |".formatted(f1(documents, measure)))
                .collect(Collectors.joining());
    }

    /** F1 of one measure of the {@link Scorer} over some documents. */
    static double f1(List<Judged> documents, String measure) {
        List<GoldRecord> gold = documents.stream()
                .flatMap(each -> each.lesson().document().paragraphs().stream())
                .toList();
        List<GoldRecord> predicted =
                documents.stream().flatMap(each -> each.predicted().stream()).toList();
        return SCORER.score(gold, predicted)
                .measures()
                .getOrDefault(measure, NOTHING)
                .f1();
    }

    /**
     * Trains a tagger for each fold and lets it tag that fold.
     *
     * @param vectors whether the model sees the paragraphs' vectors
     * @param without what it does not see
     * @param folds how many of the folds are judged
     * @param taught which of the documents outside a fold it is trained on
     */
    Result judge(boolean vectors, Set<Part> without, int folds, Predicate<Lesson> taught) {
        EntityTagger untrained = EntityTagger.untrained(without);
        List<Judged> judged = new ArrayList<>();
        long nanos = 0;
        long bytes = 0;
        for (int i = 0; i < folds; i++) {
            int fold = i;
            List<Example> examples = lessons.stream()
                    .filter(lesson -> fold(lesson) != fold)
                    .filter(taught)
                    .flatMap(lesson -> lesson.examples(untrained, vectors).stream())
                    .toList();
            SequenceModel model = TaggerTraining.train(examples);
            bytes += size(model);
            EntityTagger tagger = EntityTagger.of(model, without);
            List<Lesson> unknown =
                    lessons.stream().filter(lesson -> fold(lesson) == fold).toList();
            List<Judged> found = List.of();
            long fastest = Long.MAX_VALUE;
            for (int pass = 0; pass < PASSES; pass++) {
                long begin = THREADS.getCurrentThreadCpuTime();
                found = unknown.stream()
                        .map(lesson -> new Judged(lesson, tag(tagger, lesson, vectors)))
                        .toList();
                fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - begin);
            }
            judged.addAll(found);
            nanos += fastest;
        }
        return new Result(judged, nanos, bytes / folds);
    }

    private static int fold(Lesson lesson) {
        return SubjectTraining.fold(lesson.document().id());
    }

    private List<GoldRecord> tag(EntityTagger tagger, Lesson lesson, boolean vectors) {
        List<Mention> mentions = tagger.tag(
                        lesson.item(), dates.tag(lesson.item()), vectors ? lesson.encodings() : List.of())
                .mentions();
        List<GoldRecord> paragraphs = lesson.document().paragraphs();
        return IntStream.range(0, paragraphs.size())
                .mapToObj(i -> found(paragraphs.get(i), i, mentions))
                .toList();
    }

    private static GoldRecord found(GoldRecord paragraph, int index, List<Mention> mentions) {
        List<GoldRecord.Name> names = mentions.stream()
                .filter(mention -> mention.paragraph() == index)
                .map(mention -> new GoldRecord.Name(
                        mention.begin(),
                        mention.end(),
                        mention.text(),
                        mention.type().name()))
                .toList();
        return new GoldRecord(paragraph.doc(), paragraph.para(), paragraph.text(), names, List.of(), List.of(), null);
    }

    private static long size(SequenceModel model) {
        try (DataOutputStream counted = new DataOutputStream(OutputStream.nullOutputStream())) {
            ModelFile.write(model, counted);
            return counted.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
