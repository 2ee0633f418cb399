package org.wirestream.wire;

import java.util.List;

/**
 * The headline and the markers that stood around it.
 *
 * @param text the headline without its markers, in source characters
 * @param markers 快讯, 国际, 综述, … as written, without brackets
 * @param paragraph index of the paragraph that it was read from
 */
public record Headline(String text, List<String> markers, int paragraph) {
    public Headline {
        markers = List.copyOf(markers);
    }
}
