package org.wirestream.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The first layers of BAAI's bge-small-zh-v1.5, a Chinese BERT with 512 dimensions, quantised to 8 bits.
 *
 * <p>One text at a time on one thread: padding texts of different lengths to one batch was slower than one after the
 * other, and makes the vectors of a quantised model depend on the texts beside it. Safe for use by many threads; the same
 * text gives the same vectors on the same kind of processor.
 */
public final class Encoder implements AutoCloseable {
    /** The dimensions of a vector. */
    public static final int DIMENSIONS = 512;

    private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";
    private static final String LAST = "/encoder/layer.%d/output/LayerNorm/Add_1_output_0";
    /** The layers, counted from 1, whose last one is read. */
    private static final int LAYERS = 2;
    /** The model's longest text without the marks at both ends. */
    private static final int WINDOW = 510;

    private static final int OVERLAP = 60;

    private final WordPiece pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private Encoder(WordPiece pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads the model, which takes less than a second.
     *
     * @throws IllegalStateException when this platform has no library to run it
     */
    public static Encoder load() {
        try (InputStream model = resource(MODEL);
                InputStream tokenizer = resource(TOKENIZER);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            byte[] graph = cut(model.readAllBytes());
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new Encoder(WordPiece.read(tokenizer), environment, environment.createSession(graph, options));
        } catch (IOException e) {
            throw new UncheckedIOException("the encoder's files cannot be read", e);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** The model without what stands behind the layer that is read. */
    static byte[] cut(byte[] model) {
        return OnnxGraph.endingAt(model, LAST.formatted(LAYERS - 1));
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = Encoder.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("no " + name + " on the class path");
        }
        return in;
    }

    /** The vectors of a text of any length; long ones are read in overlapping windows. */
    public Encoding encode(String text) {
        Pieces split = pieces.split(text);
        float[][] vectors = new float[split.size()][];
        float[] first = new float[DIMENSIONS];
        int begin = 0;
        do {
            int end = Math.min(split.size(), begin + WINDOW);
            float[] block = run(split, begin, end);
            if (begin == 0) {
                first = Arrays.copyOf(block, DIMENSIONS);
            }
            // In an overlap each window gives the half that it sees more around.
            int from = begin == 0 ? 0 : begin + OVERLAP / 2;
            for (int i = from; i < end; i++) {
                int at = (i - begin + 1) * DIMENSIONS;
                vectors[i] = Arrays.copyOfRange(block, at, at + DIMENSIONS);
            }
            begin = end == split.size() ? end : end - OVERLAP;
        } while (begin < split.size());
        return new Encoding(vectors, owners(text, split), first);
    }

    private static int[] owners(String text, Pieces split) {
        int[] owners = new int[text.length()];
        Arrays.fill(owners, -1);
        for (int i = 0; i < split.size(); i++) {
            Arrays.fill(owners, split.begin(i), split.end(i), i);
        }
        return owners;
    }

    private float[] run(Pieces split, int begin, int end) {
        int length = end - begin + 2;
        long[] ids = new long[length];
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        ids[0] = pieces.begin();
        ids[length - 1] = pieces.end();
        for (int i = begin; i < end; i++) {
            ids[i - begin + 1] = split.id(i);
        }
        long[] shape = {1, length};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[length]), shape);
                OrtSession.Result result = session.run(Map.<String, OnnxTensorLike>of(
                        "input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] block = new float[values.remaining()];
            values.get(block);
            return block;
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed on a text of " + length + " pieces", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder cannot be closed", e);
        }
    }
}
