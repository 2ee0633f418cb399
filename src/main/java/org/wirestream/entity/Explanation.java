package org.wirestream.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;

/**
 * Why something is marked, or is not. Offsets are UTF-16 code units in the paragraph's source text.
 *
 * @param paragraph index of the paragraph
 * @param marked what is marked; null when nothing is, though something was proposed
 * @param agreeing the recognisers and rules that proposed just that
 * @param overruled what was proposed for a part of the same text and not taken
 */
public record Explanation(int paragraph, @Nullable Claim marked, List<String> agreeing, List<Claim> overruled) {
    /**
     * A name that somebody proposes.
     *
     * @param begin first code unit
     * @param end one past the last
     * @param text the name
     * @param type its type
     * @param source the recogniser, rule or model
     */
    public record Claim(int begin, int end, String text, EntityType type, String source) {}
}
