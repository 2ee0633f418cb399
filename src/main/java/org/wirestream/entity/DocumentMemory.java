package org.wirestream.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirestream.document.EntityType;

/**
 * The names that one item has established, found again wherever they stand in it: whole names, parts of names with a dot
 * (古特雷斯 after 安东尼奥·古特雷斯), and declared short forms. Owned by one call; nothing is remembered across items.
 */
final class DocumentMemory {
    /** Bounds the work on a text made of names; real items have some dozens. */
    private static final int MAX_NAMES = 1_000;

    private static final int MIN_PART = 2;
    private static final int MIN_UNALIGNED = 3;

    private final Gazetteer gazetteer;
    private final Map<String, Proposal> names = new LinkedHashMap<>();
    private final Map<Character, List<String>> byFirst = new HashMap<>();

    DocumentMemory(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Remembers what was accepted in a paragraph. */
    void learn(TaggedText text, List<Proposal> accepted) {
        for (Proposal proposal : accepted) {
            String surface = text.text().substring(proposal.begin(), proposal.end());
            boolean lasting = proposal.type() == EntityType.PER
                    || (proposal.type() == EntityType.ORG && surface.length() >= MIN_UNALIGNED)
                    || (proposal.type() == EntityType.LOC && surface.length() >= MIN_UNALIGNED);
            if (!lasting || gazetteer.named(surface) != null) {
                continue;
            }
            remember(surface, proposal.type(), Priorities.MEMORY);
            if (proposal.type() == EntityType.PER && surface.indexOf('·') > 0) {
                for (String part : surface.split("·", -1)) {
                    if (part.length() >= MIN_PART) {
                        remember(part, EntityType.PER, Priorities.MEMORY);
                    }
                }
            }
        }
    }

    /** Remembers a declared short form. */
    void learn(AliasFinder.Declared alias) {
        if (alias.isName() && alias.name().length() > 1) {
            remember(alias.name(), alias.entity().type(), Priorities.ALIAS);
        }
    }

    private void remember(String surface, EntityType type, int priority) {
        if (names.size() < MAX_NAMES
                && names.putIfAbsent(surface, new Proposal(0, surface.length(), type, "document-memory", priority))
                        == null) {
            byFirst.computeIfAbsent(surface.charAt(0), c -> new ArrayList<>()).add(surface);
        }
    }

    /** Proposes every remembered name in a paragraph. */
    void propose(TaggedText text, List<Proposal> proposals) {
        String t = text.text();
        for (int i = 0; i < t.length(); i++) {
            for (String name : byFirst.getOrDefault(t.charAt(i), List.of())) {
                int end = i + name.length();
                if (t.startsWith(name, i) && (name.length() >= MIN_UNALIGNED || text.isWordSpan(i, end))) {
                    Proposal known = names.get(name);
                    if (known != null) {
                        proposals.add(new Proposal(i, end, known.type(), known.source(), known.priority()));
                    }
                }
            }
        }
    }
}
