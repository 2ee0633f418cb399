package org.wirestream.subject;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What was learned about subjects: how likely a paragraph is about each, how likely each is its main one, and how likely a
 * subject must be to be assigned. Immutable.
 *
 * @param subjects the subjects' ids
 * @param bigrams the pairs of characters that are weighed
 * @param any whether a paragraph is about a subject, among others or alone
 * @param main whether a subject is what a paragraph is about first of all; the last answer is that it has none
 * @param thresholds from when on each subject is assigned; they stand in a file of their own, which people can read
 */
public record SubjectModel(
        List<String> subjects, Bigrams bigrams, Regressions any, Regressions main, Thresholds thresholds) {
    private static final int FORMAT = 4;

    public SubjectModel {
        if (!thresholds.percent().keySet().equals(Set.copyOf(subjects))) {
            throw new IllegalArgumentException("the subject model needs a threshold for each of its subjects");
        }
    }

    /**
     * What the model says of a paragraph.
     *
     * @param likely how likely the paragraph is about each subject
     * @param ranks the order of its subjects: the geometric mean of being a subject at all and being the main one, which
     *     put more paragraphs that the model had not seen on the right desk than either alone (docs/quality.md)
     * @param none how likely it has no subject
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on as they are
    record Judgement(double[] likely, double[] ranks, double none) {
        /** Of a paragraph that is not judged. */
        static Judgement nothing(int subjects) {
            return new Judgement(new double[subjects], new double[subjects], 1);
        }
    }

    Judgement judge(ParagraphObservation paragraph) {
        Features features = features(paragraph, bigrams);
        double[] likely = any.probabilities(features);
        double[] mains = main.probabilities(features);
        double[] ranks = new double[likely.length];
        Arrays.setAll(ranks, subject -> Math.sqrt(mains[subject] * likely[subject]));
        return new Judgement(likely, ranks, mains[likely.length]);
    }

    /** A paragraph in the numbers that a model which knows these pairs weighs. */
    public static Features features(ParagraphObservation paragraph, Bigrams bigrams) {
        return new Features(paragraph.values(), bigrams.find(paragraph), bigrams.size());
    }

    /** Writes the model without its thresholds; the same model gives the same bytes. */
    public void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(FORMAT);
            out.writeInt(subjects.size());
            out.writeInt(any.weights()[0].length);
            for (String subject : subjects) {
                out.writeUTF(subject);
            }
            bigrams.write(out);
            any.write(out);
            main.write(out);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException when these are no bytes of a model
     */
    public static SubjectModel read(InputStream from, Thresholds thresholds) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(from, 1 << 16))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("not a subject model of format " + FORMAT);
            }
            int count = in.readInt();
            int features = in.readInt();
            List<String> subjects = new ArrayList<>();
            for (int subject = 0; subject < count; subject++) {
                subjects.add(in.readUTF());
            }
            Bigrams bigrams = Bigrams.read(in);
            Regressions any = Regressions.read(in, count, features);
            Regressions main = Regressions.read(in, count + 1, features);
            return new SubjectModel(List.copyOf(subjects), bigrams, any, main, thresholds);
        }
    }
}
