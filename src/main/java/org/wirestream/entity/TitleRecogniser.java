package org.wirestream.entity;

import java.util.List;
import org.wirestream.document.EntityType;

/** Document titles: what stands in 《》, without the outer marks. */
final class TitleRecogniser implements Recogniser {
    /** Longer than any real title: a mark that was never closed. */
    private static final int MAX_TITLE = 120;

    @Override
    public void propose(TaggedText text, List<Proposal> proposals) {
        int depth = 0;
        int open = -1;
        for (int i = 0; i < text.text().length(); i++) {
            char c = text.at(i);
            if (c == '《') {
                open = depth == 0 ? i : open;
                depth++;
            } else if (c == '》' && depth > 0) {
                depth--;
                if (depth == 0 && i > open + 1) {
                    proposals.add(new Proposal(open + 1, i, EntityType.DOC, "title-marks", Priorities.TITLE));
                }
            } else if (depth > 0 && i - open > MAX_TITLE) {
                depth = 0;
            }
        }
    }
}
