package org.wirestream.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.wirestream.document.Mention;
import org.wirestream.entity.EntityTagger;
import org.wirestream.entity.Part;
import org.wirestream.quality.GoldRecord;
import org.wirestream.quality.Measure;
import org.wirestream.quality.Scorer;
import org.wirestream.sequence.ModelFile;
import org.wirestream.sequence.SequenceModel;
import org.wirestream.time.DateTagger;

/**
 * What each part of the tagger is worth: the whole tagger, trained and judged without it on documents that it was not
 * trained on, as a table in Markdown.
 */
final class PartReport {
    /** How many of the folds are judged; all would take hours. */
    private static final int FOLDS = 2;
    /** How often each document is tagged; the fastest time counts. */
    private static final int PASSES = 3;

    private static final List<String> SHOWN = List.of("entities", "PER", "LOC", "ORG", "EVENT");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Lesson> lessons;
    private final Consumer<String> out;
    private final Scorer scorer = new Scorer(subject -> Optional.empty());
    private final DateTagger dates = new DateTagger();

    PartReport(List<Lesson> lessons, Consumer<String> out) {
        this.lessons = lessons;
        this.out = out;
    }

    /** What one tagger found in documents that its model does not know, and what that took. */
    private record Judged(Map<String, Measure> measures, double nanosPerCharacter, double modelMegabytes) {}

    void print() {
        out.accept(
                "### What each part is worth (whole tagger, %d of %d folds)".formatted(FOLDS, SubjectTraining.FOLDS));
        out.accept("");
        out.accept("| engine | without | PER+LOC+ORG | PER | LOC | ORG | EVENT | ns a character | model, MB |");
        out.accept("|---|---|---|---|---|---|---|---|---|");
        for (boolean vectors : new boolean[] {false, true}) {
            row(vectors, "nothing (ships)", EnumSet.noneOf(Part.class));
            for (Part part : Part.values()) {
                row(vectors, part.label(), EnumSet.of(part));
            }
        }
    }

    private void row(boolean vectors, String label, Set<Part> without) {
        EntityTagger untrained = EntityTagger.untrained(without);
        List<Lesson> seen =
                lessons.stream().map(lesson -> lesson.seenBy(untrained)).toList();
        List<GoldRecord> gold = new ArrayList<>();
        List<GoldRecord> predicted = new ArrayList<>();
        long nanos = 0;
        long bytes = 0;
        for (int i = 0; i < FOLDS; i++) {
            int fold = i;
            SequenceModel model = TaggerTraining.train(
                    seen.stream().filter(lesson -> fold(lesson) != fold).toList(), vectors);
            EntityTagger tagger = EntityTagger.of(model, without);
            List<Lesson> unknown =
                    seen.stream().filter(lesson -> fold(lesson) == fold).toList();
            unknown.forEach(lesson -> gold.addAll(lesson.document().paragraphs()));
            bytes += size(model);
            long fastest = Long.MAX_VALUE;
            for (int pass = 0; pass < PASSES; pass++) {
                List<GoldRecord> found = new ArrayList<>();
                long begin = THREADS.getCurrentThreadCpuTime();
                unknown.forEach(lesson -> found.addAll(tag(tagger, lesson, vectors)));
                fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - begin);
                if (pass == 0) {
                    predicted.addAll(found);
                }
            }
            nanos += fastest;
        }
        long characters =
                gold.stream().mapToLong(record -> record.text().length()).sum();
        print(
                vectors,
                label,
                new Judged(scorer.score(gold, predicted).measures(), (double) nanos / characters, bytes / 1e6 / FOLDS));
    }

    private void print(boolean vectors, String label, Judged judged) {
        StringBuilder row = new StringBuilder("| %s | %s |".formatted(vectors ? "accurate" : "fast", label));
        for (String name : SHOWN) {
            row.append(" %.3f |"
                    .formatted(judged.measures()
                            .getOrDefault(name, new Measure(0, 0, 0))
                            .f1()));
        }
        row.append(" %,.0f | %.1f |".formatted(judged.nanosPerCharacter(), judged.modelMegabytes()));
        out.accept(row.toString());
    }

    private static int fold(Lesson lesson) {
        return SubjectTraining.fold(lesson.document().id());
    }

    private List<GoldRecord> tag(EntityTagger tagger, Lesson lesson, boolean vectors) {
        List<Mention> mentions = tagger.tag(
                        lesson.item(), dates.tag(lesson.item()), vectors ? lesson.encodings() : List.of())
                .mentions();
        return IntStream.range(0, lesson.document().paragraphs().size())
                .mapToObj(i -> record(lesson.document().paragraphs().get(i), i, mentions))
                .toList();
    }

    private static GoldRecord record(GoldRecord gold, int paragraph, List<Mention> mentions) {
        List<GoldRecord.Name> names = mentions.stream()
                .filter(mention -> mention.paragraph() == paragraph)
                .map(mention -> new GoldRecord.Name(
                        mention.begin(),
                        mention.end(),
                        mention.text(),
                        mention.type().name()))
                .toList();
        return new GoldRecord(gold.doc(), gold.para(), gold.text(), names, List.of(), List.of(), null);
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
