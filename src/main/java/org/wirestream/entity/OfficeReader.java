package org.wirestream.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private static final int MAX_UNKNOWN_PART = 10;
    private static final int MAX_PARENTHESIS = 60;
    private static final String PART_ENDINGS = "部局司处委厅院系所室会台馆署社队团";
    private static final String CLAUSE_WORDS = "的在是和与对了说向由让请";
    private static final String NUMERALS = "0123456789〇零一二三四五六七八九十百两";

    private final RelationLexicon offices = RelationLexicon.read("offices.txt");
    private final RelationLexicon modifiers = RelationLexicon.read("office-modifiers.txt");
    private final RelationLexicon departments = RelationLexicon.read("departments.txt");

    /** Whether one person at a time has the office, whoever the owner. */
    boolean isSole(Office office) {
        return offices.mark(office.title()).equals("sole");
    }

    /** Whether one person at a time has the office for each owner. */
    boolean isPost(Office office) {
        return offices.mark(office.title()).equals("post");
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
        int end = offices.endAt(p.text(), titleBegin);
        for (int i = 0; i < MAX_PARTS && end < 0; i++) {
            titleBegin = modifiers.endAt(p.text(), titleBegin);
            if (titleBegin < 0) {
                return null;
            }
            end = offices.endAt(p.text(), titleBegin);
        }
        if (end < 0
                || p.isNamedWithin(nameEnd, end)
                || p.mentionAt(end) != null
                || !standsAfterName(p, titleBegin, end)) {
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
            int end = offices.endAt(p.text(), at);
            int part = Math.max(departments.endAt(p.text(), at), modifiers.endAt(p.text(), at));
            if (end > 0 && end >= part) {
                return p.isNamedWithin(officeBegin, end) || !standsAfterName(p, at, end)
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

    /** One past the end of the office or department that begins at an offset, or -1. */
    int titleEnd(RelationText p, int begin) {
        int title = offices.endAt(p.text(), begin);
        if (title > 0 && isMarked(p, begin, title, "not")) {
            title = -1;
        }
        int end = Math.max(title, departments.endAt(p.text(), begin));
        return end > 0 && p.isNamedWithin(begin, end) ? -1 : end;
    }

    /** One past the end of a word that belongs to an office after it (副, 前), or -1. */
    int modifierEnd(RelationText p, int begin) {
        int end = modifiers.endAt(p.text(), begin);
        return end > 0 && p.isNamedWithin(begin, end) ? -1 : end;
    }

    private static Office inherit(Office office, Office earlier, char link) {
        if (office.hasOwner() || link == ' ') {
            return office;
        }
        String organisation = link == '、' ? null : earlier.organisation;
        return new Office(office.begin, office.end, office.title, organisation, earlier.countries);
    }

    private @Nullable Found one(RelationText p, int end) {
        int titleBegin = offices.beginBefore(p.text(), end, p.freeBefore(end));
        if (titleBegin < 0 || p.isNamedWithin(titleBegin, end) || isMarked(p, titleBegin, end, "not")) {
            return null;
        }
        int begin = host(p, modifiersBefore(p, titleBegin));
        begin = partsBefore(p, begin);
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
        if (ownerBegin == titleBegin && isMarked(p, titleBegin, end, "owned")) {
            return null;
        }
        if (ownerBegin < begin) {
            int former = modifiersBefore(p, ownerBegin);
            if (former < ownerBegin && "前原已故".contains(p.text().substring(former, ownerBegin))) {
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

    private int modifiersBefore(RelationText p, int end) {
        int begin = end;
        for (int i = 0; i < MAX_PARTS; i++) {
            int next = modifiers.beginBefore(p.text(), begin, p.freeBefore(begin));
            if (next < 0) {
                next = ordinal(p, begin);
            }
            if (next < 0
                    || p.isNamedWithin(next, begin)
                    || modifiers.mark(p.text().substring(next, begin)).indexOf(p.at(next - 1)) >= 0) {
                break;
            }
            begin = next;
        }
        return begin;
    }

    /** 第45任, 第十四届. */
    private static int ordinal(RelationText p, int end) {
        int i = end - 1;
        if (p.at(i) != '任' && p.at(i) != '届') {
            return -1;
        }
        int digits = i;
        while (digits > i - MAX_PARTS && NUMERALS.indexOf(p.at(digits - 1)) >= 0) {
            digits--;
        }
        return digits < i && p.at(digits - 1) == '第' ? digits - 1 : -1;
    }

    /** 驻美国大使, 常驻联合国代表: where one is sent to belongs to the office, and is not its owner. */
    private int host(RelationText p, int officeBegin) {
        RelationText.Named m = p.mentionBefore(officeBegin);
        int hostBegin = m == null ? officeBegin - 1 : m.begin();
        if (p.at(hostBegin - 1) != '驻') {
            return officeBegin;
        }
        int begin = hostBegin - 1;
        return modifiersBefore(p, p.at(begin - 1) == '常' ? begin - 1 : begin);
    }

    private int partsBefore(RelationText p, int officeBegin) {
        int begin = officeBegin;
        for (int i = 0; i < MAX_PARTS && p.mentionBefore(begin) == null; i++) {
            int next = departments.beginBefore(p.text(), begin, p.freeBefore(begin));
            if (next < 0 || p.isNamedWithin(next, begin)) {
                break;
            }
            begin = next;
        }
        return begin == officeBegin ? unknownPart(p, officeBegin) : begin;
    }

    /** A part that no list has, between a mention and the office: 某大学{经济系}教授. */
    private static int unknownPart(RelationText p, int officeBegin) {
        if (PART_ENDINGS.indexOf(p.at(officeBegin - 1)) < 0) {
            return officeBegin;
        }
        for (int i = officeBegin - 1; i >= officeBegin - MAX_UNKNOWN_PART; i--) {
            if (p.isNamed(i)) {
                RelationText.Named m = p.mentionBefore(i + 1);
                return m != null && (m.is(EntityType.ORG) || m.is(EntityType.LOC)) ? i + 1 : officeBegin;
            }
            if (!Character.isIdeographic(p.at(i)) || CLAUSE_WORDS.indexOf(p.at(i)) >= 0) {
                break;
            }
        }
        return officeBegin;
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

    private boolean standsAfterName(RelationText p, int begin, int end) {
        String mark = offices.mark(p.text().substring(begin, end));
        return !(mark.equals("front") || mark.equals("owned") || mark.equals("not"));
    }

    private boolean isMarked(RelationText p, int begin, int end, String mark) {
        return offices.mark(p.text().substring(begin, end)).equals(mark);
    }
}
