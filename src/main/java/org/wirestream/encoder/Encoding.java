package org.wirestream.encoder;

/**
 * A text's vectors. Not to be changed by those who read it; safe for use by many threads.
 *
 * <p>A character that is part of a longer piece has the piece's vector, a space has none (zeros).
 */
public final class Encoding {
    private final float[][] vectors;
    private final int[] pieceOf;
    private final float[] first;
    private final float[] mean;

    /**
     * Makes an encoding.
     *
     * @param vectors a vector for each piece
     * @param pieceOf for each UTF-16 code unit its piece, or -1
     * @param first the vector of the mark that BERT puts before a text, which stands for the whole
     */
    Encoding(float[][] vectors, int[] pieceOf, float[] first) {
        this.vectors = vectors;
        this.pieceOf = pieceOf;
        this.first = first;
        this.mean = mean(vectors, first.length);
    }

    private static float[] mean(float[][] vectors, int dimensions) {
        float[] mean = new float[dimensions];
        for (float[] vector : vectors) {
            for (int i = 0; i < dimensions; i++) {
                mean[i] += vector[i] / vectors.length;
            }
        }
        return mean;
    }

    /** The piece that a UTF-16 code unit of the text belongs to, or -1 for a space. */
    public int piece(int offset) {
        return pieceOf[offset];
    }

    /** The number of pieces. */
    public int pieces() {
        return vectors.length;
    }

    /** A piece's vector. */
    public float[] vector(int piece) {
        return vectors[piece];
    }

    /** The vector that stands for the whole text. */
    public float[] first() {
        return first;
    }

    /** The mean of the pieces' vectors; zeros for a text of spaces. */
    public float[] mean() {
        return mean;
    }
}
