package org.wirestream.gazetteer;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.Script;
import org.wirestream.wire.Sha256;
import org.wirestream.wire.WireItem;

/**
 * Entries, to be laid over what the machine finds. It depends on the set of entries alone, not on the order in which they came: a name
 * goes before another entry's alias, and of two entries with one alias the first by name has it. Immutable.
 */
public final class Overlay {
    /** Without entries. */
    public static final Overlay NONE = new Overlay(Map.of());

    private static final int FINGERPRINT_DIGITS = 16;

    private final Map<String, GazetteerEntry> surfaces;
    private final @Nullable AhoCorasickDoubleArrayTrie<GazetteerEntry> trie;

    /** An entry's name or alias at a place in a folded text. */
    public record Match(int begin, int end, GazetteerEntry entry) {}

    private Overlay(Map<String, GazetteerEntry> surfaces) {
        this.surfaces = Map.copyOf(surfaces);
        if (surfaces.isEmpty()) {
            trie = null;
        } else {
            trie = new AhoCorasickDoubleArrayTrie<>();
            trie.build(new TreeMap<>(surfaces));
        }
    }

    /** An overlay of entries, no two of one name. */
    public static Overlay of(Collection<GazetteerEntry> entries) {
        List<GazetteerEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(GazetteerEntry::name));
        Map<String, GazetteerEntry> surfaces = new TreeMap<>();
        for (GazetteerEntry entry : sorted) {
            forms(entry.name()).forEach(form -> surfaces.putIfAbsent(form, entry));
        }
        for (GazetteerEntry entry : sorted) {
            for (String alias : entry.aliases()) {
                forms(alias).forEach(form -> surfaces.putIfAbsent(form, entry));
            }
        }
        return surfaces.isEmpty() ? NONE : new Overlay(surfaces);
    }

    /** As texts are folded; a Traditional name as a Traditional text is. */
    private static List<String> forms(String name) {
        return Stream.of(fold(name), FoldedText.of(name, Script.TRADITIONAL).folded())
                .filter(form -> form.length() > 1)
                .toList();
    }

    /** A name as it stands in a folded text. */
    public static String fold(String name) {
        return FoldedText.of(name, Script.SIMPLIFIED).folded();
    }

    /** Every name in a folded text, overlapping ones too. */
    public List<Match> matches(String folded) {
        List<Match> matches = new ArrayList<>();
        if (trie != null) {
            trie.parseText(
                    folded, (int begin, int end, GazetteerEntry entry) -> matches.add(new Match(begin, end, entry)));
        }
        return matches;
    }

    /** The entry of a name or alias, folded; null when there is none. */
    public @Nullable GazetteerEntry entry(String surface) {
        return surfaces.get(surface);
    }

    /**
     * What of the entries can bear on an item: a digest of the names that stand in its text and of what their entries say. Equal
     * fingerprints make equal records; an item without any such name is made as if there were no entries.
     *
     * @return 16 hexadecimal digits, or nothing when no name stands in the text
     */
    public String fingerprint(WireItem item) {
        if (trie == null) {
            return "";
        }
        TreeSet<String> said = new TreeSet<>();
        for (Paragraph paragraph : item.paragraphs()) {
            String folded = paragraph.folded().folded();
            for (Match match : matches(folded)) {
                GazetteerEntry entry = match.entry();
                said.add(String.join(
                        "\n",
                        folded.substring(match.begin(), match.end()),
                        entry.name(),
                        String.valueOf(entry.type()),
                        String.valueOf(entry.identifier()),
                        String.valueOf(entry.country())));
            }
        }
        return said.isEmpty() ? "" : Sha256.hex(String.join("\n\n", said)).substring(0, FINGERPRINT_DIGITS);
    }
}
