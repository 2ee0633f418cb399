package org.wirestream.quality;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What names a paragraph: its document, and its index there. */
record ParagraphKey(String doc, int para) {
    static ParagraphKey of(GoldParagraph paragraph) {
        return new ParagraphKey(paragraph.doc(), paragraph.para());
    }

    /** The paragraphs by their key, in order; of two with one key the later counts. */
    static Map<ParagraphKey, GoldParagraph> index(Collection<GoldParagraph> paragraphs) {
        Map<ParagraphKey, GoldParagraph> index = new LinkedHashMap<>();
        paragraphs.forEach(paragraph -> index.put(of(paragraph), paragraph));
        return index;
    }
}
