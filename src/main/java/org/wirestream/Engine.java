package org.wirestream;

import java.util.Locale;

/** How an enricher decides: by a Chinese BERT's vectors, or without them in a fraction of the time. */
public enum Engine {
    /** The vectors of an encoder, trained heads, recognisers and word lists. */
    ACCURATE,
    /** The same without the encoder. */
    FAST;

    /** Its name in settings and records. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The engine of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Engine of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
