package org.wirestream.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.DateMention;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.Mention;
import org.wirestream.entity.EventNameReader.Name;
import org.wirestream.entity.RelationText.Dated;
import org.wirestream.wire.WireItem;

/**
 * Finds events with their dates: 司法部长会议（2016年10月28日，阿拉木图）, 论坛9日在北京举行, 6月9日在北京举行的论坛. Safe for use by
 * many threads.
 */
final class DatedEventFinder {
    private static final int MAX_PARENTHESIS = 200;
    private static final int MAX_PLACE = 40;

    private final EventNameReader names = new EventNameReader();
    private final EventClauseReader clauses = new EventClauseReader(names);

    /**
     * Finds the dated events of an item.
     *
     * @param mentions the item's mentions in text order
     * @param dates the item's calendar expressions in text order
     * @return one for each event and date, in text order
     */
    List<DatedEvent> find(WireItem item, List<Mention> mentions, List<DateMention> dates) {
        Set<DatedEvent> events = new LinkedHashSet<>();
        for (RelationText p : RelationText.of(item, mentions, dates)) {
            if (p.paragraph().isBody() && !p.dates().isEmpty()) {
                findInParentheses(p, events);
                clauses.find(p, events);
            }
        }
        return List.copyOf(events);
    }

    private void findInParentheses(RelationText p, Set<DatedEvent> events) {
        for (int open = p.newsBegin(); open < p.text().length(); open++) {
            int close = p.at(open) == '（' ? p.partner(open) : -1;
            if (close < 0 || close - open > MAX_PARENTHESIS || !hasDate(p, open, close)) {
                continue;
            }
            Name name = names.before(p, open);
            if (name != null) {
                int part = open + 1;
                for (int i = open + 1; i <= close; i++) {
                    if (p.at(i) == '；' || i == close) {
                        addPart(p, name, part, i, events);
                        part = i + 1;
                    }
                }
            }
        }
    }

    /** Adds what a part like （2016年9月13日，阿拉木图） or （阿拉木图，2016年9月13日） says. */
    private static void addPart(RelationText p, Name name, int from, int to, Set<DatedEvent> events) {
        int begin = trimBegin(p, from, to);
        int end = trimEnd(p, begin, to);
        List<Dated> dates = new ArrayList<>();
        int at = begin;
        Dated date = p.dateAt(at);
        while (date != null && date.end() <= end) {
            dates.add(date);
            at = date.end();
            date = "、和，".indexOf(p.at(at)) >= 0 ? p.dateAt(at + 1) : null;
        }
        if (dates.isEmpty()) {
            Dated last = p.dateBefore(end);
            if (last != null && last.begin() > begin && isSeparator(p.at(last.begin() - 1))) {
                events.add(event(p, name, last, place(p, begin, last.begin() - 1)));
            }
        } else if (at == end || isSeparator(p.at(at)) || p.at(at) == '在' || p.at(at) == '于') {
            @Nullable String place = at < end ? place(p, at + 1, end) : null;
            dates.forEach(d -> events.add(event(p, name, d, place)));
        }
    }

    private static boolean isSeparator(char c) {
        return c == '，' || c == '、' || c == ' ' || c == ',';
    }

    private static boolean hasDate(RelationText p, int from, int to) {
        for (int i = from; i < to; i++) {
            if (p.isDated(i)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String place(RelationText p, int from, int to) {
        int begin = trimBegin(p, from, to);
        int end = trimEnd(p, begin, to);
        if (begin >= end || end - begin > MAX_PLACE || p.text().startsWith("星期", begin)) {
            return null;
        }
        for (int i = begin; i < end; i++) {
            char c = p.at(i);
            if (p.isDated(i) || !(Character.isLetter(c) || "、·和 -".indexOf(c) >= 0)) {
                return null;
            }
        }
        return p.source(begin, end);
    }

    private static int trimBegin(RelationText p, int from, int to) {
        int begin = from;
        while (begin < to && p.at(begin) == ' ') {
            begin++;
        }
        return begin;
    }

    private static int trimEnd(RelationText p, int from, int to) {
        int end = to;
        while (end > from && p.at(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    static DatedEvent event(RelationText p, Name name, Dated date, @Nullable String place) {
        return new DatedEvent(
                name.entity(),
                p.source(name.begin(), name.end()),
                date.date().iso(),
                place,
                p.index(),
                p.sourceBegin(name.begin()),
                p.sourceEnd(name.end()));
    }
}
