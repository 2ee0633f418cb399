package org.wirestream.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.wirestream.document.EntityType;
import org.wirestream.gazetteer.Overlay;

/**
 * Lays editors' entries over what the machine accepted. Where two entries overlap, the longer one decides. An entry goes over what the
 * machine marks in its place or across its edges; a longer name around it stays (北京大学 around 北京), unless it is a person's name
 * with words stuck to it. What an entry calls no name takes away what is marked in it and leaves it unmarked.
 *
 * <p>A name of two characters counts only where words begin and end, so that 海南 is not found in 上海南部. Immutable.
 */
final class OverlayPass {
    static final String SOURCE = "editor";
    private static final int MIN_UNALIGNED = 3;

    private final Overlay overlay;

    OverlayPass(Overlay overlay) {
        this.overlay = overlay;
    }

    /** What is accepted after the entries, paragraph by paragraph, in lists that can be added to. */
    List<List<Proposal>> apply(List<TaggedText> texts, List<List<Proposal>> accepted) {
        List<List<Proposal>> edited = new ArrayList<>(accepted.size());
        for (int i = 0; i < accepted.size(); i++) {
            edited.add(apply(texts.get(i), accepted.get(i)));
        }
        return edited;
    }

    private List<Proposal> apply(TaggedText text, List<Proposal> accepted) {
        List<Overlay.Match> matches = matches(text);
        List<Proposal> edited = new ArrayList<>(accepted);
        if (matches.isEmpty()) {
            return edited;
        }
        edited.removeIf(name -> isOverruled(name, matches, text));
        BitSet named = new BitSet();
        edited.forEach(name -> named.set(name.begin(), name.end()));
        for (Overlay.Match match : matches) {
            EntityType type = match.entry().type();
            if (type != null && isFree(named, match)) {
                edited.add(new Proposal(match.begin(), match.end(), type, SOURCE, Priorities.EDITOR));
            }
        }
        edited.sort(Comparator.comparingInt(Proposal::begin));
        return edited;
    }

    /** The entries that decide, in text order; no two overlap. */
    private List<Overlay.Match> matches(TaggedText text) {
        List<Overlay.Match> all = new ArrayList<>(overlay.matches(text.text()));
        all.removeIf(match -> !isWhole(text, match));
        all.sort(Comparator.comparingInt((Overlay.Match match) -> match.begin() - match.end())
                .thenComparingInt(Overlay.Match::begin));
        BitSet taken = new BitSet();
        List<Overlay.Match> chosen = new ArrayList<>();
        for (Overlay.Match match : all) {
            if (isFree(taken, match)) {
                taken.set(match.begin(), match.end());
                chosen.add(match);
            }
        }
        chosen.sort(Comparator.comparingInt(Overlay.Match::begin));
        return chosen;
    }

    private static boolean isFree(BitSet taken, Overlay.Match match) {
        int next = taken.nextSetBit(match.begin());
        return next < 0 || next >= match.end();
    }

    /** Looks only at the matches that overlap the name, since a text may be made of names. */
    private static boolean isOverruled(Proposal name, List<Overlay.Match> matches, TaggedText text) {
        int low = 0;
        int high = matches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matches.get(middle).end() <= name.begin()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < matches.size() && matches.get(i).begin() < name.end(); i++) {
            if (overrules(matches.get(i), name, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(TaggedText text, Overlay.Match match) {
        int length = match.end() - match.begin();
        boolean cutsWord = (isLatin(text.at(match.begin())) && isLatin(text.at(match.begin() - 1)))
                || (isLatin(text.at(match.end() - 1)) && isLatin(text.at(match.end())));
        return !cutsWord && (length >= MIN_UNALIGNED || text.isWordSpan(match.begin(), match.end()));
    }

    private static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Whether a match takes away a name that it overlaps. */
    private static boolean overrules(Overlay.Match match, Proposal name, TaggedText text) {
        EntityType type = match.entry().type();
        boolean inside = match.begin() <= name.begin() && name.end() <= match.end();
        if (type == null) {
            return inside;
        }
        boolean around = !inside && name.begin() <= match.begin() && match.end() <= name.end();
        return !around
                || (type == EntityType.PER
                        && name.type() == EntityType.PER
                        && text.text().substring(name.begin(), name.end()).indexOf('·') < 0);
    }
}
