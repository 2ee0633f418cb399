package org.wirestream.subject;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What was learned about subjects: how likely a paragraph is about each, how likely each is its main one, and how likely a
 * subject must be to be assigned. Immutable.
 *
 * @param subjects the subjects' ids
 * @param any whether a paragraph is about a subject, among others or alone
 * @param main whether a subject is what a paragraph is about first of all
 * @param thresholds for each subject the probability from which it is assigned
 */
@SuppressWarnings("ArrayRecordComponent") // thresholds that nobody writes to
public record SubjectModel(List<String> subjects, Regressions any, Regressions main, double[] thresholds) {
    private static final int FORMAT = 2;

    /**
     * The order of a paragraph's subjects: the geometric mean of being a subject at all and being the main one, which put
     * more paragraphs that the model had not seen on the right desk than either alone (docs/quality.md).
     *
     * @param likely each subject's probability
     */
    double[] ranks(double[] likely, ParagraphObservation paragraph) {
        double[] ranks = main.probabilities(paragraph);
        for (int subject = 0; subject < ranks.length; subject++) {
            ranks[subject] = Math.sqrt(ranks[subject] * likely[subject]);
        }
        return ranks;
    }

    /** Writes the model; the same model gives the same bytes. */
    public void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(FORMAT);
            out.writeInt(subjects.size());
            out.writeInt(any.weights()[0].length);
            for (int subject = 0; subject < subjects.size(); subject++) {
                out.writeUTF(subjects.get(subject));
                out.writeDouble(thresholds[subject]);
            }
            any.write(out);
            main.write(out);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException when these are no bytes of a model
     */
    public static SubjectModel read(InputStream from) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(from, 1 << 16))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("not a subject model of format " + FORMAT);
            }
            int count = in.readInt();
            int values = in.readInt();
            List<String> subjects = new ArrayList<>();
            double[] thresholds = new double[count];
            for (int subject = 0; subject < count; subject++) {
                subjects.add(in.readUTF());
                thresholds[subject] = in.readDouble();
            }
            Regressions any = Regressions.read(in, count, values);
            return new SubjectModel(List.copyOf(subjects), any, Regressions.read(in, count, values), thresholds);
        }
    }
}
