package org.wirestream.sequence;

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
 * A sequence model as bytes: compressed, the weights of features in 8 bits with a scale for each feature, those of vectors
 * and transitions as they are. Features whose weights are all small are left out.
 */
public final class ModelFile {
    private static final int FORMAT = 1;
    /** Below this a feature's weights change hardly a decision. */
    private static final float SMALL = 0.08f;

    private static final int STEPS = 127;

    private ModelFile() {}

    /** Writes a model; the same model gives the same bytes. */
    public static void write(SequenceModel model, OutputStream to) throws IOException {
        int count = model.labels.size();
        long[] hashes = model.table.hashes();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < hashes.length; row++) {
            if (largest(model.sparse, row * count, count) >= SMALL) {
                rows.add(row);
            }
        }
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(FORMAT);
            out.writeInt(model.labels.types().size());
            for (String type : model.labels.types()) {
                out.writeUTF(type);
            }
            writeAll(out, model.transitions);
            out.writeInt(model.dense.length);
            writeAll(out, model.dense);
            out.writeInt(rows.size());
            for (int row : rows) {
                float scale = largest(model.sparse, row * count, count) / STEPS;
                out.writeLong(hashes[row]);
                out.writeFloat(scale);
                for (int label = 0; label < count; label++) {
                    out.writeByte(Math.round(model.sparse[row * count + label] / scale));
                }
            }
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException when these are no bytes of a model
     */
    public static SequenceModel read(InputStream from) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(from, 1 << 16))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("not a sequence model of format " + FORMAT);
            }
            List<String> types = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                types.add(in.readUTF());
            }
            Labels labels = new Labels(types);
            int count = labels.size();
            float[][] transitions = readAll(in, count, count);
            float[][] dense = readAll(in, in.readInt(), SequenceModel.WINDOW * count);
            int rows = in.readInt();
            FeatureTable table = new FeatureTable(rows);
            float[] sparse = new float[rows * count];
            byte[] weights = new byte[count];
            for (int row = 0; row < rows; row++) {
                table.add(in.readLong());
                float scale = in.readFloat();
                in.readFully(weights);
                for (int label = 0; label < count; label++) {
                    sparse[row * count + label] = scale * weights[label];
                }
            }
            return new SequenceModel(labels, table, sparse, dense, transitions);
        }
    }

    private static float largest(float[] values, int from, int count) {
        float largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    private static void writeAll(DataOutputStream out, float[][] rows) throws IOException {
        for (float[] row : rows) {
            for (float value : row) {
                out.writeFloat(value);
            }
        }
    }

    private static float[][] readAll(DataInputStream in, int rows, int columns) throws IOException {
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = in.readFloat();
            }
        }
        return values;
    }
}
