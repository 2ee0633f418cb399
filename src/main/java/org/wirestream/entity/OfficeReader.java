package org.wirestream.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;

/**
 * Reads the offices that stand before or after a name: 独联体执行委员会主席兼执行秘书列别杰夫. Immutable.
 *
 * <p>An office is a title of the word list with what belongs to it (副, 前, 第45任, 驻华) and the parts of a government or
 * organisation before it that are no mention of their own; before that stands its owner, an organisation or country.
 */
final class OfficeReader {
    /**
     * An office in folded offsets.
     *
     * @param title the bare title, by which the word list knows it
     * @param countries ids in text order: more than one in 中俄两国外长
     */
    record Office(
            int begin, int end, String title, @Nullable String organisation, List<String> countries) {
        boolean hasOwner() {
            return organisation != null || !countries.isEmpty();
        }
    }

    /**
     * The offices before a name, in text order.
     *
     * @param begin where the first one's owner begins
     */
    record Phrase(int begin, List<Office> offices) {}

    private record Found(int begin, Office office) {}

    private static final int MAX_OFFICES = 8;
    private static final int MAX_PARTS = 4;
    private static final int MAX_PARENTHESIS = 60;
    /** Words before a country that take the office away: 前法国总统. */
    private static final Set<String> FORMER = Set.of("前", "原", "已故");

    private static final String NUMERALS = "0123456789〇零一二三四五六七八九十百两";

    private final OfficeWords words = new OfficeWords();

    /** Whether one person at a time has the office, whoever the owner. */
    boolean isSole(Office office) {
        return words.mark(office.title()).equals("sole");
    }

    /** Whether one person at a time has the office for each owner. */
    boolean isPost(Office office) {
        return words.mark(office.title()).equals("post");
    }

    /** The offices that end at the beginning of a name. */
    Phrase before(RelationText p, int nameBegin) {
        int at = p.at(nameBegin - 1) == ' ' ? nameBegin - 1 : nameBegin;
        int begin = nameBegin;
        char link = ' ';
        List<Office> found = new ArrayList<>();
        List<Character> links = new ArrayList<>();
        while (found.size() < MAX_OFFICES) {
            Found next = one(p, at);
            if (next == null || (!found.isEmpty() && followsName(p, next))) {
                break;
            }
            found.add(next.office);
            links.add(link);
            begin = next.begin;
            link = p.at(begin - 1);
            if (link == '、' || link == '兼' || link == '暨') {
                at = begin - 1;
            } else if (next.office.hasOwner()) {
                at = begin;
                link = ' ';
            } else {
                break;
            }
        }
        Collections.reverse(found);
        Collections.reverse(links);
        for (int i = 1; i < found.size(); i++) {
            found.set(i, inherit(found.get(i), found.get(i - 1), links.get(i - 1)));
        }
        return new Phrase(begin, List.copyOf(found));
    }

    /** The office right after a name (阿利莫夫秘书长), if it cannot belong to the next one. */
    @Nullable
    Office after(RelationText p, int nameEnd) {
        int titleBegin = nameEnd;
        int end = words.officeEnd(p, titleBegin);
        for (int i = 0; i < MAX_PARTS && end < 0; i++) {
            titleBegin = words.modifierEnd(p, titleBegin);
            if (titleBegin < 0) {
                return null;
            }
            end = words.officeEnd(p, titleBegin);
        }
        if (end < 0
                || p.isNamedWithin(nameEnd, end)
                || p.mentionAt(end) != null
                || !words.standsAfterName(p, titleBegin, end)) {
            return null;
        }
        return new Office(nameEnd, end, p.text().substring(titleBegin, end), null, List.of());
    }

    /** The office that begins at an offset with its owner (哈萨克斯坦总理), as after 当选. */
    @Nullable
    Office startingAt(RelationText p, int begin) {
        int at = begin;
        String organisation = null;
        List<String> countries = new ArrayList<>();
        for (int i = 0; i < MAX_PARTS; i++) {
            RelationText.Named m = p.mentionAt(at);
            if (m == null || !(m.is(EntityType.LOC) || m.is(EntityType.ORG))) {
                break;
            }
            organisation = m.is(EntityType.ORG) ? m.mention().entity() : organisation;
            if (m.isCountry()) {
                countries.add(m.mention().entity());
            }
            at = m.end();
        }
        int officeBegin = at;
        for (int i = 0; i <= MAX_PARTS; i++) {
            int end = words.officeEnd(p, at);
            int part = Math.max(words.departmentEnd(p, at), words.modifierEnd(p, at));
            if (end > 0 && end >= part) {
                return p.isNamedWithin(officeBegin, end) || !words.standsAfterName(p, at, end)
                        ? null
                        : new Office(
                                officeBegin, end, p.text().substring(at, end), organisation, List.copyOf(countries));
            }
            if (part <= at) {
                return null;
            }
            at = part;
        }
        return null;
    }

    private static Office inherit(Office office, Office earlier, char link) {
        if (office.hasOwner() || link == ' ') {
            return office;
        }
        String organisation = link == '、' ? null : earlier.organisation;
        return new Office(office.begin, office.end, office.title, organisation, earlier.countries);
    }

    private @Nullable Found one(RelationText p, int end) {
        int titleBegin = words.titleBefore(p, end);
        if (titleBegin < 0 || p.isNamedWithin(titleBegin, end) || words.isMarked(p, titleBegin, end, "not")) {
            return null;
        }
        int begin = words.host(p, words.modifiersBefore(p, titleBegin));
        begin = words.partsBefore(p, begin);
        String organisation = null;
        List<String> countries = List.of();
        int ownerBegin = begin;
        RelationText.Named owner = p.mentionBefore(beforeParenthesis(p, begin));
        if (owner != null && owner.is(EntityType.ORG)) {
            organisation = owner.mention().entity();
            ownerBegin = owner.begin();
            owner = p.mentionBefore(ownerBegin);
        } else if (owner == null) {
            owner = p.mentionBefore(beforeCount(p, begin));
        }
        if (owner != null && owner.is(EntityType.LOC)) {
            List<RelationText.Named> places = placesBefore(p, owner, organisation == null);
            ownerBegin = places.get(0).begin();
            countries = places.stream()
                    .filter(RelationText.Named::isCountry)
                    .map(m -> m.mention().entity())
                    .toList();
        }
        if (ownerBegin == titleBegin && words.isMarked(p, titleBegin, end, "owned")) {
            return null;
        }
        if (ownerBegin < begin) {
            int former = words.modifiersBefore(p, ownerBegin);
            if (former < ownerBegin && FORMER.contains(p.text().substring(former, ownerBegin))) {
                // 前法国总统 is as written one word with its country in the middle, and no president without its 前.
                begin = former;
                ownerBegin = former;
            }
        }
        String title = p.text().substring(titleBegin, end);
        return new Found(ownerBegin, new Office(begin, end, title, organisation, countries));
    }

    /** Places before an office that touch one another (美国佛罗里达州) or are listed (中、俄). */
    private static List<RelationText.Named> placesBefore(RelationText p, RelationText.Named last, boolean lists) {
        List<RelationText.Named> places = new ArrayList<>();
        places.add(last);
        RelationText.Named first = last;
        while (places.size() < MAX_OFFICES) {
            int begin = first.begin();
            boolean linked = lists && first.isCountry() && "、和与".indexOf(p.at(begin - 1)) >= 0;
            RelationText.Named earlier = p.mentionBefore(linked ? begin - 1 : begin);
            if (earlier == null || !earlier.is(EntityType.LOC) || (linked && !earlier.isCountry())) {
                break;
            }
            places.add(earlier);
            first = earlier;
        }
        Collections.reverse(places);
        return places;
    }

    /** Where the text before a parenthesis that ends at an offset ends: …机构（以下简称…）执行委员会主任. */
    private static int beforeParenthesis(RelationText p, int offset) {
        int open = p.at(offset - 1) == '）' ? p.partner(offset - 1) : -1;
        return open >= 0 && offset - open <= MAX_PARENTHESIS ? open : offset;
    }

    /** Where the text before 两国, 三国 ends. */
    private static int beforeCount(RelationText p, int offset) {
        return p.at(offset - 1) == '国' && NUMERALS.indexOf(p.at(offset - 2)) >= 0 ? offset - 2 : offset;
    }

    private static boolean followsName(RelationText p, Found found) {
        RelationText.Named m = p.mentionBefore(found.begin);
        return m != null && m.is(EntityType.PER);
    }
}
