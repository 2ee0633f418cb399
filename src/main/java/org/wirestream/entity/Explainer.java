package org.wirestream.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wirestream.wire.FoldedText;

/** Compares what was proposed in a paragraph with what was accepted. Stateless. */
final class Explainer {
    private Explainer() {}

    /** What is marked and what was refused, in the order of the text. */
    static List<Explanation> explain(TaggedText text, List<Proposal> proposals, List<Proposal> accepted) {
        List<Explanation> explanations = new ArrayList<>();
        int paragraph = text.paragraph().index();
        for (Proposal marked : accepted) {
            Set<String> agreeing = new LinkedHashSet<>();
            Set<Explanation.Claim> overruled = new LinkedHashSet<>();
            for (Proposal proposal : proposals) {
                if (isSame(proposal, marked)) {
                    agreeing.add(proposal.source());
                } else if (proposal.overlaps(marked)) {
                    overruled.add(claim(text, proposal));
                }
            }
            agreeing.remove(marked.source());
            explanations.add(
                    new Explanation(paragraph, claim(text, marked), List.copyOf(agreeing), List.copyOf(overruled)));
        }
        Set<Explanation.Claim> refused = new LinkedHashSet<>();
        for (Proposal proposal : proposals) {
            if (accepted.stream().noneMatch(proposal::overlaps)) {
                refused.add(claim(text, proposal));
            }
        }
        refused.forEach(claim -> explanations.add(new Explanation(paragraph, null, List.of(), List.of(claim))));
        explanations.sort(Comparator.comparingInt(Explainer::begin));
        return explanations;
    }

    private static int begin(Explanation explanation) {
        Explanation.Claim marked = explanation.marked();
        return marked == null ? explanation.overruled().get(0).begin() : marked.begin();
    }

    private static boolean isSame(Proposal a, Proposal b) {
        return a.begin() == b.begin() && a.end() == b.end() && a.type() == b.type();
    }

    private static Explanation.Claim claim(TaggedText text, Proposal proposal) {
        FoldedText folded = text.paragraph().folded();
        return new Explanation.Claim(
                folded.sourceBegin(proposal.begin()),
                folded.sourceEnd(proposal.end()),
                folded.sourceText(proposal.begin(), proposal.end()),
                proposal.type(),
                proposal.source());
    }
}
