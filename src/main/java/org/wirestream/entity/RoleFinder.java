package org.wirestream.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.document.Role;
import org.wirestream.entity.OfficeReader.Office;
import org.wirestream.entity.RelationText.Named;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Finds the offices that a text gives to people: before the name, right after it, and as what they were elected to.
 * Safe for use by many threads.
 */
final class RoleFinder {
    private static final int MAX_LIST = 200;
    private static final Set<String> APPOINTING = Set.of("任命", "委任", "选举", "推选", "选出", "推举");

    private final OfficeReader reader = new OfficeReader();
    private final RelationLexicon appointments = RelationLexicon.read("appointment-verbs.txt");

    /**
     * Finds the roles of an item.
     *
     * @param mentions the item's mentions in text order
     * @return the roles in text order of the names
     */
    List<Role> find(WireItem item, List<Mention> mentions) {
        Set<Role> roles = new LinkedHashSet<>();
        for (RelationText p : RelationText.of(item, mentions, List.of())) {
            if (p.paragraph().isBody() || p.paragraph().kind() == Paragraph.Kind.HEADLINE) {
                find(p, roles);
            }
        }
        return List.copyOf(roles);
    }

    private void find(RelationText p, Set<Role> roles) {
        List<Named> people = p.mentions().stream()
                .filter(m -> m.is(EntityType.PER) && m.begin() >= p.newsBegin())
                .toList();
        for (int i = 0; i < people.size(); i++) {
            OfficeReader.Phrase phrase = reader.before(p, people.get(i).begin());
            int size = phrase.offices().isEmpty() ? 1 : listSize(p, people, i);
            List<Named> list = people.subList(i, i + size);
            phrase.offices().forEach(office -> give(p, office, list, roles));
            list.forEach(person -> findAfter(p, person, roles));
            i += size - 1;
        }
    }

    /** How many names from one on are linked by 、 and 和, with no office of their own. */
    private int listSize(RelationText p, List<Named> people, int first) {
        int size = 1;
        while (first + size < people.size() && size < MAX_LIST) {
            Named last = people.get(first + size - 1);
            Named next = people.get(first + size);
            String link = p.text().substring(last.end(), Math.max(last.end(), Math.min(next.begin(), last.end() + 3)));
            if (last.end() + link.length() != next.begin()
                    || !(link.equals("、") || link.equals("和") || link.equals("以及") || link.equals("及"))
                    || reader.after(p, next.end()) != null) {
                break;
            }
            size++;
        }
        return size;
    }

    private void give(RelationText p, Office office, List<Named> people, Set<Role> roles) {
        boolean respectively =
                office.countries().size() > 1 && office.countries().size() == people.size();
        boolean shared = respectively || isShared(p, office, people);
        for (int i = 0; i < (shared ? people.size() : 1); i++) {
            roles.add(role(p, people.get(i), office, country(office, i, respectively, people.size())));
        }
    }

    /**
     * Whether a list's first office is everybody's: 专家A和B are both experts, but in 法国总统A和B the second is not, and
     * 副总理A和B会谈 may be a meeting of two.
     */
    private boolean isShared(RelationText p, Office office, List<Named> people) {
        boolean several = office.countries().size() > 1;
        if (reader.isSole(office) || (reader.isPost(office) && office.hasOwner() && !several)) {
            return several;
        }
        boolean pair = p.at(people.get(0).end()) != '、';
        return !pair || several || !office.hasOwner();
    }

    private static @Nullable String country(Office office, int i, boolean respectively, int people) {
        List<String> countries = office.countries();
        if (countries.isEmpty()) {
            return null;
        }
        if (respectively) {
            return countries.get(i);
        }
        // In 法国、德国总理A the first country is somebody else's.
        return countries.size() == 1 || people == 1 ? countries.get(countries.size() - 1) : null;
    }

    private void findAfter(RelationText p, Named person, Set<Role> roles) {
        Office after = reader.after(p, person.end());
        if (after != null) {
            roles.add(role(p, person, after, null));
            return;
        }
        int verb = appointments.endAt(p.text(), person.end());
        if (verb < 0 && p.at(person.end()) == '为' && isAppointed(p, person)) {
            verb = person.end() + 1;
        }
        Office office = verb < 0 ? null : reader.startingAt(p, p.at(verb) == '为' ? verb + 1 : verb);
        if (office != null) {
            roles.add(role(p, person, office, country(office, 0, false, 1)));
        }
    }

    private static boolean isAppointed(RelationText p, Named person) {
        int begin = person.begin();
        return begin >= 2 && APPOINTING.contains(p.text().substring(begin - 2, begin));
    }

    private static Role role(RelationText p, Named person, Office office, @Nullable String country) {
        return new Role(
                person.mention().entity(),
                p.source(office.begin(), office.end()),
                office.organisation(),
                country,
                p.index(),
                p.sourceBegin(office.begin()),
                p.sourceEnd(office.end()));
    }
}
