package org.wirestream.sequence;

import org.jspecify.annotations.Nullable;
import org.wirestream.encoder.Encoding;

/** What is seen of a text: for each character the features that hold there, by hash, and its vector. */
public final class Observations {
    private final long[][] features;
    private final @Nullable Encoding encoding;

    /**
     * Makes observations.
     *
     * @param features for each UTF-16 code unit the hashes of its features
     * @param encoding the text's vectors; null for a model without
     */
    public Observations(long[][] features, @Nullable Encoding encoding) {
        this.features = features;
        this.encoding = encoding;
    }

    int length() {
        return features.length;
    }

    long[] features(int at) {
        return features[at];
    }

    /** The vector of a character, which its neighbours in the same piece share; null for a space and outside. */
    float @Nullable [] vector(int at) {
        if (encoding == null || at < 0 || at >= features.length) {
            return null;
        }
        int piece = encoding.piece(at);
        return piece < 0 ? null : encoding.vector(piece);
    }

    /** Tells every feature of every character. */
    void tell(FeatureSink sink) {
        for (int i = 0; i < features.length; i++) {
            for (long feature : features[i]) {
                sink.add(i, feature);
            }
        }
    }

    @Nullable
    Encoding encoding() {
        return encoding;
    }

    boolean hasVectors() {
        return encoding != null;
    }
}
