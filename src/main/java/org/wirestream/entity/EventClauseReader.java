package org.wirestream.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EntityType;
import org.wirestream.entity.EventNameReader.Name;
import org.wirestream.entity.RelationText.Dated;
import org.wirestream.entity.RelationText.Named;

/** Reads events from clauses with a verb of taking place: NAME于DATE在PLACE举行, DATE在PLACE举行的NAME. Immutable. */
final class EventClauseReader {
    /**
     * What stands before the verb.
     *
     * @param begin where the phrases of date and place begin
     */
    private record Setting(
            int begin, @Nullable Dated date, @Nullable String place) {}

    private static final int MAX_PHRASES = 5;
    private static final int MAX_PLACE = 30;
    private static final int MAX_DATE_DISTANCE = 40;
    private static final int MAX_CLAUSE = 80;
    private static final int MAX_OBJECT_DISTANCE = 8;
    /** 在…下, 在…期间 are no places, nor is what comes after 关于. */
    private static final String NO_PLACE_ENDINGS = "下中时后前内间架础上际";

    private static final String NO_PREPOSITION = "正存现所实潜内外关由对位属等基处鉴至限善";
    private static final String PLACE_ENDINGS = "市州省县区国馆院堂宫厅场岛城港镇村山校园";
    private static final List<String> UNSURE =
            List.of("原定", "取消", "推迟", "延期", "未能", "没有", "不再", "拒绝", "如果", "是否", "可能");

    private final EventNameReader names;
    private final RelationLexicon verbs = RelationLexicon.read("event-verbs.txt");
    private final RelationLexicon adverbs = RelationLexicon.read("event-adverbs.txt");

    EventClauseReader(EventNameReader names) {
        this.names = names;
    }

    void find(RelationText p, Set<DatedEvent> events) {
        int i = p.newsBegin();
        while (i < p.text().length()) {
            int end = p.isNamed(i) ? -1 : verbs.endAt(p.text(), i);
            if (end > 0 && !p.isNamedWithin(i, end)) {
                findAround(p, i, end, events);
            }
            i = Math.max(i + 1, end);
        }
    }

    private void findAround(RelationText p, int verb, int verbEnd, Set<DatedEvent> events) {
        if (isUnsure(p, verb, verbEnd)) {
            return;
        }
        Setting setting = settingBefore(p, verb);
        Dated date = setting.date;
        if (p.at(verbEnd) == '的') {
            Name name = date == null ? null : names.after(p, verbEnd + 1);
            add(p, name, date, setting.place, events);
            return;
        }
        Name name = names.before(p, setting.begin);
        if (name == null) {
            add(p, date == null ? null : markedAfter(p, verbEnd), date, setting.place, events);
        } else {
            add(p, name, date == null ? dateBefore(p, name.begin()) : date, setting.place, events);
        }
    }

    private static void add(
            RelationText p, @Nullable Name name, @Nullable Dated date, @Nullable String place, Set<DatedEvent> events) {
        if (name != null && date != null) {
            events.add(DatedEventFinder.event(p, name, date, place));
        }
    }

    private Setting settingBefore(RelationText p, int verb) {
        int begin = verb;
        Dated date = null;
        String place = null;
        for (int i = 0; i < MAX_PHRASES; i++) {
            int start = begin;
            begin = withoutAdverbs(p, begin);
            Dated found = date == null ? p.dateBefore(begin) : null;
            int preposition = found == null && place == null ? preposition(p, begin) : -1;
            if (found != null) {
                date = found;
                begin = found.begin();
                if (p.at(begin - 1) == '在') {
                    begin--;
                }
            } else if (preposition >= 0) {
                place = p.source(preposition + 1, begin);
                begin = preposition;
            } else if (begin == start) {
                break;
            }
        }
        return new Setting(begin, date, place);
    }

    private int withoutAdverbs(RelationText p, int end) {
        int begin = end;
        for (int i = 0; i < MAX_PHRASES; i++) {
            int next = p.isDated(begin - 1) || p.isNamed(begin - 1) ? -1 : adverbs.beginBefore(p.text(), begin);
            if (next < 0 || isEventNounWith(p, begin)) {
                break;
            }
            begin = next;
        }
        return p.at(begin - 1) == ' ' ? begin - 1 : begin;
    }

    /** An adverb that ends an event's name is no adverb. */
    private static boolean isEventNounWith(RelationText p, int end) {
        Named m = p.mentionBefore(end);
        return m != null && m.is(EntityType.EVENT);
    }

    /** The offset of the 在 or 于 of the place phrase that ends at an offset, or -1. */
    private static int preposition(RelationText p, int end) {
        for (int i = end - 1; i >= Math.max(p.newsBegin(), end - MAX_PLACE); i--) {
            char c = p.at(i);
            if ("，。；：！？（）”“".indexOf(c) >= 0 || p.isDated(i)) {
                return -1;
            }
            boolean preposition = (c == '在' || c == '于') && NO_PREPOSITION.indexOf(p.at(i - 1)) < 0;
            if (preposition && !p.isNamed(i)) {
                return i + 1 < end && isPlace(p, i + 1, end) ? i : -1;
            }
        }
        return -1;
    }

    private static boolean isPlace(RelationText p, int begin, int end) {
        Named first = p.mentionAt(begin);
        boolean named = first != null && (first.is(EntityType.LOC) || first.is(EntityType.ORG));
        char last = p.at(end - 1);
        if (p.isNamed(end - 1)) {
            return named;
        }
        return NO_PLACE_ENDINGS.indexOf(last) < 0 && (named || PLACE_ENDINGS.indexOf(last) >= 0);
    }

    /** The event that is the verb's object: 9日在北京举办第三届…论坛. */
    private static @Nullable Name markedAfter(RelationText p, int verbEnd) {
        for (int i = verbEnd; i <= verbEnd + MAX_OBJECT_DISTANCE && "，。；：！？、\n".indexOf(p.at(i)) < 0; i++) {
            Named m = p.mentionAt(i);
            if (m != null && m.is(EntityType.EVENT)) {
                return new Name(m.begin(), m.end(), m.mention().entity());
            }
        }
        return null;
    }

    /** The date at the head of the sentence that a name stands in: 6月9日，…论坛在北京举行. */
    private static @Nullable Dated dateBefore(RelationText p, int nameBegin) {
        int commas = 0;
        for (int i = nameBegin - 1; i >= Math.max(p.newsBegin(), nameBegin - MAX_DATE_DISTANCE); i--) {
            Dated date = p.dateBefore(i + 1);
            if (date != null) {
                return date;
            }
            char c = p.at(i);
            commas += c == '，' ? 1 : 0;
            if (commas > 1 || "。；！？”".indexOf(c) >= 0) {
                return null;
            }
            int open = p.partner(i);
            if (c == '）' && open >= 0) {
                i = open;
            }
        }
        return null;
    }

    private static boolean isUnsure(RelationText p, int verb, int verbEnd) {
        int begin = verb;
        while (begin > Math.max(0, verb - MAX_CLAUSE) && "，。；：！？".indexOf(p.at(begin - 1)) < 0) {
            begin--;
        }
        String clause = p.text().substring(begin, verbEnd);
        return UNSURE.stream().anyMatch(clause::contains);
    }
}
