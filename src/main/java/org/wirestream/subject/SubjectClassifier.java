package org.wirestream.subject;

import java.util.Collections;
import java.util.List;
import org.wirestream.document.Mention;
import org.wirestream.wire.WireItem;

/** Says what each paragraph of an item is about. Safe for use by many threads. */
public final class SubjectClassifier {
    /** Loads. */
    public static SubjectClassifier load() {
        return new SubjectClassifier();
    }

    /**
     * Classifies an item.
     *
     * @param mentions the item's mentions: a name is no evidence for a subject
     */
    public SubjectAnalysis classify(WireItem item, List<Mention> mentions) {
        return new SubjectAnalysis(Collections.nCopies(item.paragraphs().size(), List.of()), List.of());
    }
}
