package org.wirestream.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Chooses among overlapping proposals: higher priority first, then the longer, then the earlier one. */
final class Resolver {
    private static final Comparator<Proposal> ORDER = Comparator.comparingInt(Proposal::priority)
            .thenComparingInt(Proposal::length)
            .reversed()
            .thenComparingInt(Proposal::begin)
            .thenComparing(Proposal::type);

    private Resolver() {}

    static List<Proposal> resolve(List<Proposal> proposals) {
        List<Proposal> sorted = new ArrayList<>(proposals);
        sorted.sort(ORDER);
        BitSet taken = new BitSet();
        List<Proposal> accepted = new ArrayList<>();
        for (Proposal proposal : sorted) {
            int hit = taken.nextSetBit(proposal.begin());
            if (proposal.length() > 0 && (hit < 0 || hit >= proposal.end())) {
                taken.set(proposal.begin(), proposal.end());
                accepted.add(proposal);
            }
        }
        accepted.sort(Comparator.comparingInt(Proposal::begin));
        return accepted;
    }
}
