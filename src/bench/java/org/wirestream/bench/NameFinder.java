package org.wirestream.bench;

import java.util.List;
import org.wirestream.quality.GoldRecord;

/** Finds the people, places and organisations of a text; what else it does meanwhile is its own affair. */
@FunctionalInterface
interface NameFinder {
    /**
     * The names of a document.
     *
     * @param doc its name
     * @param paragraphs its paragraphs in order
     * @return for each paragraph the names, whose offsets are in the paragraph as given
     */
    List<List<GoldRecord.Name>> find(String doc, List<String> paragraphs) throws Exception;
}
