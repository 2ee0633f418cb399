package org.wirestream.entity;

import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.entity.RelationText.Named;

/**
 * Reads who speaks at the head of a clause: 元首们, 中国外交部发言人华春莹, 上合组织成员国, 据法新社. Immutable.
 *
 * <p>Only the head of a clause counts: in 习近平会见普京时强调 the nearest name before the verb is not the one who speaks.
 */
final class StatementHolderReader {
    /**
     * A possible holder in folded offsets.
     *
     * @param begin first code unit of the holder's words
     * @param end where the clause goes on, past an office after the name (习近平主席)
     * @param text the words as written
     * @param entity id, where the holder is a marked entity
     * @param kind what it is
     * @param according whether 据 stands before it
     */
    record Holder(int begin, int end, String text, @Nullable String entity, Kind kind, boolean according) {
        Holder of(String person) {
            return new Holder(begin, end, text, person, kind, according);
        }
    }

    enum Kind {
        PERSON,
        ORGANISATION,
        GROUP,
        PLACE,
        PRONOUN
    }

    private static final int MAX_STEPS = 16;
    private static final int MAX_DATE = 20;
    private static final String DATE = "0123456789年月日至-";
    private static final String DATE_ENDS = "年月日";

    private final OfficeReader offices;
    private final OfficeWords titles = new OfficeWords();
    private final RelationLexicon groups = RelationLexicon.read("statement-groups.txt");
    private final RelationLexicon adverbs = RelationLexicon.read("statement-adverbs.txt");

    StatementHolderReader(OfficeReader offices) {
        this.offices = offices;
    }

    /** The holder at the head of a clause, or null. */
    @Nullable
    Holder at(RelationText p, int clauseBegin, int clauseEnd) {
        int begin = skipAdverbs(p, clauseBegin, clauseEnd);
        boolean according = begin > clauseBegin && p.at(begin - 1) == '据';
        char c = p.at(begin);
        if ((c == '他' || c == '她') && "们的人国方日乡杀信律".indexOf(p.at(begin + 1)) < 0) {
            return new Holder(begin, begin + 1, p.source(begin, begin + 1), null, Kind.PRONOUN, according);
        }
        Holder holder = nounPhrase(p, begin, clauseEnd, according);
        return holder != null && holder.end <= clauseEnd && p.at(holder.end) != '的' ? holder : null;
    }

    /** Past adverbs, dates, spaces and parentheses. */
    int skipAdverbs(RelationText p, int from, int to) {
        int at = from;
        while (at < to) {
            int next = p.isNamed(at) ? -1 : adverbs.endAt(p.text(), at);
            if (next > 0 && groupEnd(p, at) > next) {
                break;
            }
            next = Math.max(next, dateEnd(p, at));
            if (p.at(at) == ' ') {
                next = at + 1;
            } else if (p.at(at) == '（') {
                next = p.past(at);
            }
            if (next <= at || next > to) {
                break;
            }
            at = next;
        }
        return at;
    }

    /** Where the adverbs and dates that end at an offset begin. */
    int beforeAdverbs(RelationText p, int from, int to) {
        int at = to;
        while (at > from && !p.isNamed(at - 1)) {
            int next = p.at(at - 1) == ' ' ? at - 1 : adverbs.beginBefore(p.text(), at);
            if (next < 0 && DATE_ENDS.indexOf(p.at(at - 1)) >= 0) {
                next = dateBegin(p, at);
            }
            if (next < from) {
                break;
            }
            at = next;
        }
        return at;
    }

    /** The end of 6月9日 and the like: when a thing was said needs no calendar to be passed over. */
    private static int dateEnd(RelationText p, int begin) {
        int end = begin;
        while (end - begin < MAX_DATE && DATE.indexOf(p.at(end)) >= 0) {
            end++;
        }
        return isDigit(p.at(begin)) && DATE_ENDS.indexOf(p.at(end - 1)) >= 0 ? end : -1;
    }

    private static int dateBegin(RelationText p, int end) {
        int begin = end;
        while (end - begin < MAX_DATE && DATE.indexOf(p.at(begin - 1)) >= 0) {
            begin--;
        }
        return begin < end && isDigit(p.at(begin)) ? begin : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private @Nullable Holder nounPhrase(RelationText p, int begin, int limit, boolean according) {
        int at = begin;
        Named last = null;
        Kind kind = null;
        boolean part = false;
        for (int i = 0; i < MAX_STEPS && at < limit; i++) {
            Named m = p.mentionAt(at);
            Named paper = p.at(at) == '《' ? p.mentionAt(at + 1) : null;
            if (m != null && m.is(EntityType.PER)) {
                return person(p, m, according);
            }
            if (m != null) {
                last = m;
                kind = kind(m);
                at = m.end();
            } else if (paper != null && p.at(paper.end()) == '》') {
                last = paper;
                kind = Kind.ORGANISATION;
                at = paper.end() + 1;
            } else if (last != null && p.at(at) == '（' && p.past(at) > at) {
                at = p.past(at);
            } else {
                int group = groupEnd(p, at);
                int title = titles.titleEnd(p, at);
                int modifier = titles.modifierEnd(p, at);
                int next = Math.max(group, Math.max(title, modifier));
                if (next < 0) {
                    boolean linked = last == null && kind == Kind.GROUP && isLink(p.at(at));
                    if (!linked) {
                        break;
                    }
                    at++;
                    continue;
                }
                part = next > title
                        && (next > group
                                || groups.mark(p.text().substring(at, group)).equals("part"));
                kind = Kind.GROUP;
                last = null;
                at = next;
            }
        }
        if (kind == null || part || at > limit || isLink(p.at(at - 1))) {
            return null;
        }
        if (last != null && kind != Kind.GROUP) {
            return new Holder(
                    last.begin(), at, last.mention().text(), last.mention().entity(), kind, according);
        }
        return new Holder(begin, at, p.source(begin, at), null, Kind.GROUP, according);
    }

    private Holder person(RelationText p, Named m, boolean according) {
        OfficeReader.Office office = offices.after(p, m.end());
        int end = office == null ? m.end() : office.end();
        if (p.text().startsWith("先生", end) || p.text().startsWith("女士", end)) {
            end += 2;
        }
        end = p.past(end);
        return new Holder(m.begin(), end, m.mention().text(), m.mention().entity(), Kind.PERSON, according);
    }

    private int groupEnd(RelationText p, int at) {
        int end = groups.endAt(p.text(), at);
        return end > 0 && p.isNamedWithin(at, end) ? -1 : end;
    }

    private static boolean isLink(char c) {
        return c == '、' || c == '兼';
    }

    private static Kind kind(Named m) {
        return m.is(EntityType.LOC) ? Kind.PLACE : Kind.ORGANISATION;
    }
}
