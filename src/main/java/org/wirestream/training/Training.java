package org.wirestream.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.wirestream.corpus.CorpusDocument;
import org.wirestream.corpus.CorpusException;
import org.wirestream.corpus.CorpusReader;
import org.wirestream.encoder.Encoder;
import org.wirestream.sequence.ModelFile;
import org.wirestream.sequence.SequenceModel;
import org.wirestream.subject.Subject;
import org.wirestream.subject.SubjectClassifier;
import org.wirestream.subject.SubjectModel;
import org.wirestream.subject.Thresholds;
import org.wirestream.subject.Vocabulary;
import org.wirestream.wire.MalformedWireException;

/**
 * Makes the models that the product ships from the corpus; the same corpus gives the same models on the same processor.
 *
 * <p>Taggers learn from the corpus's own files, subjects from those of its folder {@value #FOR_SUBJECTS} too: with them a
 * tagger found more in texts of their kind and less in real wires (docs/quality.md).
 */
public final class Training {
    /** The folder of what only subjects are learned from. */
    public static final String FOR_SUBJECTS = "subjects";

    private final Consumer<String> progress;

    /** @param progress is told what is done, line by line */
    public Training(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Trains all models.
     *
     * @param corpus the folder of the corpus
     * @param resources the folder of the package {@code org.wirestream} among the resources, which receives the models
     * @throws CorpusException when the corpus is not in its format
     */
    public void run(Path corpus, Path resources) throws IOException, CorpusException {
        List<Lesson> tagged = prepare(CorpusReader.read(corpus));
        List<Lesson> lessons = withMore(tagged, corpus);
        Vocabulary vocabulary = Vocabulary.load();
        SubjectClassifier classifier = SubjectClassifier.untrained(vocabulary);
        SubjectTraining subjects = new SubjectTraining(
                vocabulary.subjects().stream().map(Subject::id).toList());
        for (boolean vectors : new boolean[] {true, false}) {
            String name = vectors ? "accurate.model" : "fast.model";
            List<SubjectTraining.Row> rows = lessons.stream()
                    .flatMap(lesson -> lesson.rows(classifier, vectors).stream())
                    .toList();
            SubjectModel model = subjects.train(rows);
            Path about = resources.resolve("subject");
            write(about.resolve(name), model::write);
            write(about.resolve(Thresholds.fileName(vectors)), model.thresholds()::write);
            SequenceModel tagger = TaggerTraining.train(tagged, vectors);
            write(resources.resolve("entity").resolve(name), out -> ModelFile.write(tagger, out));
        }
    }

    /** What can be cross-validated. */
    public enum Report {
        /** How well names are found. */
        NAMES,
        /** What each part of the tagger is worth. */
        PARTS,
        /** How well subjects are found. */
        SUBJECTS
    }

    /**
     * Cross-validates both engines over the documents of the corpus and prints tables in Markdown.
     *
     * @throws CorpusException when the corpus is not in its format
     */
    public void report(Path corpus, Set<Report> reports, Consumer<String> out) throws IOException, CorpusException {
        List<Lesson> tagged = prepare(CorpusReader.read(corpus));
        if (reports.contains(Report.NAMES)) {
            new TaggerReport(tagged, out).print();
            out.accept("");
        }
        if (reports.contains(Report.PARTS)) {
            new PartReport(tagged, out).print();
            out.accept("");
        }
        if (reports.contains(Report.SUBJECTS)) {
            SubjectReport subjects = new SubjectReport(withMore(tagged, corpus), Vocabulary.load(), out);
            for (boolean vectors : new boolean[] {true, false}) {
                subjects.print(vectors);
                out.accept("");
            }
        }
    }

    private List<Lesson> withMore(List<Lesson> tagged, Path corpus) throws IOException, CorpusException {
        List<Lesson> all = new ArrayList<>(tagged);
        Path more = corpus.resolve(FOR_SUBJECTS);
        if (Files.isDirectory(more)) {
            all.addAll(prepare(CorpusReader.read(more)));
            // The order of examples decides the last digits of weights: files moved from folder to folder change
            // nothing.
            all.sort(Comparator.comparing(lesson -> lesson.document().source()));
        }
        return all;
    }

    /** Writes to a stream. */
    @FunctionalInterface
    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private void write(Path file, Writer writer) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.write(out);
        }
        progress.accept("%s: %,d bytes".formatted(file, Files.size(file)));
    }

    private List<Lesson> prepare(List<CorpusDocument> corpus) {
        List<Lesson> lessons = new ArrayList<>();
        try (Encoder encoder = Encoder.load()) {
            for (CorpusDocument document : corpus) {
                lessons.add(Lesson.prepare(document, encoder));
            }
        } catch (MalformedWireException e) {
            throw new IllegalStateException("a document of the corpus is no wire text: " + e.getMessage(), e);
        }
        progress.accept("%d documents read".formatted(lessons.size()));
        return lessons;
    }
}
