package org.wirestream.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The undated head of Taiwan's papers: 〔记者王小明/台北报导〕, 编译李大同/综合报导, 【联合报/记者王小明/台北报导】. Immutable. */
final class SlashlineGrammar {
    private static final int MAX_LENGTH = 60;
    private static final List<String> ENDINGS = List.of("报导", "报道", "专电");

    private final AgencyList agencies;
    private final BylineGrammar bylines;
    private final PlaceNames places;

    SlashlineGrammar(AgencyList agencies, BylineGrammar bylines, PlaceNames places) {
        this.agencies = agencies;
        this.bylines = bylines;
        this.places = places;
    }

    @Nullable
    DatelineMatch at(String text, int from) {
        boolean bracket = Chars.closing(text, from) != 0;
        int begin = bracket ? from + 1 : from;
        int end = bracket ? Chars.closeOf(text, from, MAX_LENGTH) : plainEnd(text, from);
        if (end < 0) {
            return null;
        }
        Reading reading = new Reading(text);
        int segment = begin;
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) == '/' || text.charAt(i) == '╱') {
                reading.inner(segment, i);
                segment = i + 1;
            }
        }
        boolean slashed = segment > begin;
        if (!reading.last(segment, end) || !(slashed || bracket) || !reading.signed) {
            return null;
        }
        int close = bracket ? end + 1 : end;
        return new DatelineMatch(
                reading.agencies,
                reading.places,
                null,
                reading.names,
                from,
                close,
                Chars.skipSpace(text, close),
                false);
    }

    /** Without brackets the head ends with 报导; before it no sentence may end. */
    private static int plainEnd(String text, int from) {
        boolean slashed = false;
        for (int i = from; i < Math.min(text.length(), from + MAX_LENGTH); i++) {
            char c = text.charAt(i);
            if ("。，：！？“".indexOf(c) >= 0) {
                return -1;
            }
            slashed |= c == '/' || c == '╱';
            if (slashed && (text.startsWith("报导", i) || text.startsWith("报道", i))) {
                return i + 2;
            }
        }
        return -1;
    }

    private final class Reading {
        private final String text;
        private final List<AgencyMatch> agencies = new ArrayList<>();
        private final List<Range> names = new ArrayList<>();
        private final List<PlaceNames.Place> places = new ArrayList<>();
        private boolean signed;

        Reading(String text) {
            this.text = text;
        }

        void inner(int begin, int end) {
            AgencyMatch agency = SlashlineGrammar.this.agencies.at(text, begin, end);
            int from = begin;
            if (agency != null
                    && (agency.range().end() == end
                            || text.charAt(agency.range().end()) == ' ')) {
                agencies.add(agency);
                signed = true;
                from = Chars.skipSpace(text, agency.range().end());
            }
            BylineGrammar.Byline byline = from < end ? bylines.inBrackets(text, from, end) : null;
            if (byline != null && byline.titled()) {
                names.addAll(byline.names());
                signed = true;
            }
        }

        /** The last part: a place, with 记者 and names before it when no slash parts them. */
        boolean last(int begin, int end) {
            int tail = ENDINGS.stream()
                    .filter(ending -> text.substring(begin, end).endsWith(ending))
                    .mapToInt(String::length)
                    .findFirst()
                    .orElse(0);
            int placeEnd = end - tail;
            if (tail == 0) {
                return false;
            }
            int placeBegin = begin;
            if (bylines.titleLength(text, begin) > 0) {
                placeBegin = SlashlineGrammar.this.places.suffixBegin(text, begin, placeEnd);
                inner(begin, placeBegin);
            }
            places.addAll(SlashlineGrammar.this.places.read(text, placeBegin, placeEnd));
            return true;
        }
    }
}
