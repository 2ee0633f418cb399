package org.wirestream.entity;

import java.util.List;

/** Proposes names in one paragraph. Implementations are immutable and safe for use by many threads. */
interface Recogniser {
    /**
     * Adds proposals for a paragraph.
     *
     * @param proposals those of the recognisers before this one; to be added to, not changed
     */
    void propose(TaggedText text, List<Proposal> proposals);
}
