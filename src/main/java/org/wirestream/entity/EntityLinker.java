package org.wirestream.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wirestream.document.Alias;
import org.wirestream.document.Entity;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.Overlay;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.Paragraph;

/**
 * Groups the mentions of one item into entities with stable ids. Owned by one call.
 *
 * <p>Relevance is half the share of the most mentioned entity's mentions, 30 points for standing in the headline and 20
 * for standing in the first paragraph of the news.
 */
final class EntityLinker {
    private final Gazetteer gazetteer;
    private final Overlay overlay;
    private final Map<String, Gazetteer.Name> aliases = new HashMap<>();
    private final Map<String, String> fullNames = new HashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Integer> named = new HashMap<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Alias> declared = new ArrayList<>();

    /** @param overlay what editors say of names */
    EntityLinker(Gazetteer gazetteer, Overlay overlay) {
        this.gazetteer = gazetteer;
        this.overlay = overlay;
    }

    private static final class Group {
        private Gazetteer.Name name;
        private final Set<String> surfaces = new LinkedHashSet<>();
        private int mentions;
        private boolean inHeadline;
        private boolean inLead;

        Group(Gazetteer.Name name) {
            this.name = name;
        }
    }

    /** Parts of a dotted name stand for the whole name, unless two people share the part. */
    void learnFullName(String name) {
        for (String part : name.split("·", -1)) {
            if (part.length() > 1 && part.length() < name.length()) {
                fullNames.merge(part, name, (before, now) -> before.equals(now) ? before : part);
            }
        }
    }

    /** A country named in full, which a single character can stand for elsewhere in the item. */
    void learnCountry(String name) {
        Gazetteer.Name known = gazetteer.named(name);
        if (known != null && known.country() != null) {
            named.merge(known.country(), 1, Integer::sum);
        }
    }

    /** A declared short form stands for what it was declared of. */
    void learnAlias(TaggedText text, AliasFinder.Declared alias) {
        Proposal entity = alias.entity();
        Gazetteer.Name name = name(text.text().substring(entity.begin(), entity.end()), entity.type());
        aliases.putIfAbsent(alias.name(), name);
        FoldedText folded = text.paragraph().folded();
        declared.add(new Alias(
                name.id(),
                folded.sourceText(alias.begin(), alias.end()),
                text.paragraph().index(),
                folded.sourceBegin(alias.begin()),
                folded.sourceEnd(alias.end())));
    }

    void add(TaggedText text, Proposal proposal, int leadParagraph) {
        Paragraph paragraph = text.paragraph();
        FoldedText folded = paragraph.folded();
        int begin = folded.sourceBegin(proposal.begin());
        int end = folded.sourceEnd(proposal.end());
        Gazetteer.Name name = isAbbreviation(proposal)
                ? abbreviated(text, proposal.begin())
                : name(text.text().substring(proposal.begin(), proposal.end()), proposal.type());
        String surface = paragraph.text().substring(begin, end);
        Group group = groups.computeIfAbsent(name.id(), id -> new Group(name));
        if (overlay.entry(text.text().substring(proposal.begin(), proposal.end())) != null) {
            group.name = name;
        }
        group.surfaces.add(surface);
        group.mentions++;
        group.inHeadline |= paragraph.kind() == Paragraph.Kind.HEADLINE;
        group.inLead |= paragraph.index() == leadParagraph;
        mentions.add(
                new Mention(name.id(), proposal.type(), paragraph.index(), begin, end, surface, proposal.source()));
    }

    private static boolean isAbbreviation(Proposal proposal) {
        return proposal.length() == 1 && proposal.type() == EntityType.LOC;
    }

    /**
     * The country of one character beside another: the one that the item names in full most often, else what wires mean by
     * the pair, else the only one that the character stands for. A character that could be several is left without one.
     */
    private Gazetteer.Name abbreviated(TaggedText text, int at) {
        List<String> codes = gazetteer.abbreviated(text.at(at));
        String best = codes.size() == 1 ? codes.get(0) : null;
        List<String> before = gazetteer.pair("" + text.at(at - 1) + text.at(at));
        List<String> after = gazetteer.pair("" + text.at(at) + text.at(at + 1));
        if (!before.isEmpty() || !after.isEmpty()) {
            best = before.isEmpty() ? after.get(0) : before.get(1);
        }
        int most = 0;
        for (String code : codes) {
            int times = named.getOrDefault(code, 0);
            if (times > most) {
                best = code;
                most = times;
            }
        }
        String surface = String.valueOf(text.at(at));
        return best == null
                ? Gazetteer.Name.unlinked(EntityType.LOC, "loc:" + surface, surface)
                : gazetteer.country(best);
    }

    private Gazetteer.Name name(String surface, EntityType type) {
        GazetteerEntry entry = overlay.entry(surface);
        if (entry != null && entry.type() == type) {
            return edited(entry, type);
        }
        Gazetteer.Name known = aliases.get(surface);
        if (known == null) {
            known = gazetteer.named(surface);
        }
        if (known != null && known.type() == type) {
            return known;
        }
        String canonical = type == EntityType.PER ? fullNames.getOrDefault(surface, surface) : surface;
        return Gazetteer.Name.unlinked(type, type.name().toLowerCase(Locale.ROOT) + ":" + canonical, canonical);
    }

    /** An entry says more of an entity that is known already, under the id that it has; else the id is made as for any name. */
    private Gazetteer.Name edited(GazetteerEntry entry, EntityType type) {
        String name = Overlay.fold(entry.name());
        Gazetteer.Name known = gazetteer.named(name);
        if (known == null || known.type() != type) {
            String id = type.name().toLowerCase(Locale.ROOT) + ":" + name;
            return new Gazetteer.Name(type, id, entry.name(), entry.country(), entry.identifier());
        }
        return new Gazetteer.Name(
                type,
                known.id(),
                entry.name(),
                entry.country() == null ? known.country() : entry.country(),
                entry.identifier() == null ? known.uri() : entry.identifier());
    }

    List<Mention> mentions() {
        return mentions;
    }

    List<Alias> aliases() {
        return declared;
    }

    List<Entity> entities() {
        int most = groups.values().stream().mapToInt(g -> g.mentions).max().orElse(1);
        List<Entity> entities = new ArrayList<>();
        groups.values().forEach(group -> {
            int relevance =
                    Math.max(1, 50 * group.mentions / most) + (group.inHeadline ? 30 : 0) + (group.inLead ? 20 : 0);
            Gazetteer.Name name = group.name;
            entities.add(new Entity(
                    name.id(),
                    name.type(),
                    name.name(),
                    name.uri(),
                    name.country(),
                    List.copyOf(group.surfaces),
                    group.mentions,
                    Math.min(100, relevance)));
        });
        return entities;
    }
}
