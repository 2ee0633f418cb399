package org.wirestream.entity;

import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.entity.RelationText.Dated;
import org.wirestream.entity.RelationText.Named;

/**
 * Finds where an event's name begins or ends, given its other end: a marked event, or words that end in an event noun.
 * Immutable.
 */
final class EventNameReader {
    /**
     * A name in folded offsets.
     *
     * @param entity id of the event mention with exactly this span, or null
     */
    record Name(int begin, int end, @Nullable String entity) {}

    private static final int MAX_NAME = 80;
    private static final int MAX_PARENTHESIS = 12;
    private static final String BOUNDARIES = "，。、；：！？（“》《\n ";
    private static final int YEAR_ISO_LENGTH = 4;

    private final RelationLexicon nouns = RelationLexicon.read("event-nouns.txt");
    private final RelationLexicon leads = RelationLexicon.read("event-leads.txt");

    /** The name that ends at an offset, or null. */
    @Nullable
    Name before(RelationText p, int end) {
        Named marked = p.mentionBefore(end);
        if (marked != null && marked.is(EntityType.EVENT) && !isParenthesisInName(p, marked.begin() - 1)) {
            return new Name(marked.begin(), end, marked.mention().entity());
        }
        int noun = nouns.beginBefore(p.text(), end);
        if (noun < 0 && (marked == null || !marked.is(EntityType.EVENT))) {
            return null;
        }
        int floor = Math.max(p.newsBegin(), end - MAX_NAME);
        int begin = end;
        while (begin > floor) {
            char c = p.at(begin - 1);
            int open = p.partner(begin - 1);
            if (open >= floor && open < begin && (c == '”' || (c == '）' && isParenthesisInName(p, begin - 1)))) {
                begin = open;
            } else if (c == '）' || c == '”' || BOUNDARIES.indexOf(c) >= 0) {
                break;
            } else {
                begin--;
            }
        }
        begin = withoutLead(p, begin, end);
        return begin < end ? name(p, begin, end) : null;
    }

    /** The name that begins at an offset, or null. */
    @Nullable
    Name after(RelationText p, int begin) {
        int limit = Math.min(p.text().length(), begin + MAX_NAME);
        int i = begin;
        while (i < limit) {
            Named m = p.mentionAt(i);
            if (m != null && m.is(EntityType.EVENT)) {
                return new Name(m.begin(), m.end(), m.mention().entity());
            }
            int past = p.past(i);
            int end = past > i ? -1 : nounsEnd(p, i);
            if (end > 0) {
                return name(p, begin, end);
            }
            if (past > i && (p.at(i) == '“' || isParenthesisInName(p, past - 1))) {
                i = past;
            } else if (past > i || BOUNDARIES.indexOf(p.at(i)) >= 0) {
                return null;
            } else {
                i++;
            }
        }
        return null;
    }

    private static Name name(RelationText p, int begin, int end) {
        Named m = p.mentionAt(begin);
        return m != null && m.is(EntityType.EVENT) && m.end() == end
                ? new Name(begin, end, m.mention().entity())
                : new Name(begin, end, null);
    }

    /** The end of the event nouns that follow one another from an offset (论坛年会), or -1. */
    private int nounsEnd(RelationText p, int begin) {
        int end = -1;
        int next = nouns.endAt(p.text(), begin);
        while (next > 0 && next - begin < MAX_NAME) {
            end = next;
            next = nouns.endAt(p.text(), end);
        }
        return end;
    }

    /** （总理） in 政府首脑（总理）理事会会议: short, and neither a date nor another name. */
    private static boolean isParenthesisInName(RelationText p, int close) {
        int open = p.at(close) == '）' ? p.partner(close) : -1;
        if (open < 0 || close - open > MAX_PARENTHESIS) {
            return false;
        }
        for (int i = open; i < close; i++) {
            if (p.isDated(i) || p.at(i) == '“') {
                return false;
            }
        }
        return true;
    }

    /** Moves the beginning past what goes before a name: verbs (元首们积极评价…), dates, attributes (为期三天的…). */
    private int withoutLead(RelationText p, int from, int end) {
        int begin = skipConjunctions(p, from);
        boolean about = p.text().startsWith("关于", begin);
        for (int i = begin; i < end; ) {
            int past = p.past(i);
            Dated date = p.dateAt(i);
            int lead = p.isNamed(i) ? -1 : leads.endAt(p.text(), i);
            if (past > i && past <= end) {
                i = past;
            } else if (date != null && date.date().iso().length() > YEAR_ISO_LENGTH) {
                i = date.end();
                begin = Math.min(end, i);
            } else if (lead > 0 && lead < end && !isPartOfWord(p, i, lead)) {
                i = lead;
                begin = i;
            } else {
                if (p.at(i) == '的' && !p.isNamed(i) && !about && i + 1 < end) {
                    begin = i + 1;
                }
                i++;
            }
        }
        return skipConjunctions(p, begin);
    }

    private static int skipConjunctions(RelationText p, int from) {
        int begin = from;
        while ("和及与并了过 ".indexOf(p.at(begin)) >= 0) {
            begin++;
        }
        return p.text().startsWith("以及", begin) ? begin + 2 : begin;
    }

    /** 就业, 存在: 就 and 在 lead a name only as words of their own. */
    private static boolean isPartOfWord(RelationText p, int begin, int end) {
        return end - begin == 1
                && ("业职任医学地近读线场内岗编".indexOf(p.at(end)) >= 0 || "成造现存正所实总硕".indexOf(p.at(begin - 1)) >= 0);
    }
}
