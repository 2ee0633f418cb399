package org.wirestream.entity;

import java.util.List;
import org.wirestream.document.EntityType;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.WireSpan;

/** The agency, places and reporters that the wire grammar has read already. */
final class HeadRecogniser {
    private HeadRecogniser() {}

    static void propose(TaggedText text, List<WireSpan> spans, List<Proposal> proposals) {
        FoldedText folded = text.paragraph().folded();
        for (WireSpan span : spans) {
            if (span.paragraph() == text.paragraph().index() && span.kind() != WireSpan.Kind.DATE) {
                proposals.add(new Proposal(
                        folded.foldedOffset(span.begin()),
                        folded.foldedOffset(span.end()),
                        type(span.kind()),
                        "wire-head",
                        Priorities.HEAD));
            }
        }
    }

    private static EntityType type(WireSpan.Kind kind) {
        return switch (kind) {
            case AGENCY, ORGANISATION -> EntityType.ORG;
            case REPORTER -> EntityType.PER;
            case PLACE, DATE -> EntityType.LOC;
        };
    }
}
