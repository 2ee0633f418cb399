package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses among the proposals of an item's paragraphs in two passes: what the first one accepts, and the short forms that it
 * declares, is proposed everywhere in the item for the second. Immutable and safe for use by many threads.
 */
final class MemoryPass {
    private final Gazetteer gazetteer;
    private final AliasFinder aliases;

    MemoryPass(Gazetteer gazetteer, AliasFinder aliases) {
        this.gazetteer = gazetteer;
        this.aliases = aliases;
    }

    /**
     * What is accepted, paragraph by paragraph.
     *
     * @param proposals those of each text; what the item itself established is added to them
     */
    List<List<Proposal>> accept(List<TaggedText> texts, List<List<Proposal>> proposals) {
        DocumentMemory memory = new DocumentMemory(gazetteer);
        for (int i = 0; i < texts.size(); i++) {
            List<Proposal> accepted = Resolver.resolve(proposals.get(i));
            memory.learn(texts.get(i), accepted);
            aliases.find(texts.get(i), accepted).forEach(memory::learn);
        }
        List<List<Proposal>> accepted = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            memory.propose(texts.get(i), proposals.get(i));
            accepted.add(Resolver.resolve(proposals.get(i)));
        }
        return accepted;
    }
}
