package org.wirestream.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who signs a dateline: a listed agency, the paper itself (本报), or a name that has the form of a paper's. Immutable. */
final class SourceGrammar {
    private static final int MAX_UNLISTED_NAME = 10;
    private static final List<String> STATIONS = List.of("电视台", "广播电台");

    private final AgencyList agencies;
    private final WordSet self;

    SourceGrammar(AgencyList agencies) {
        this.agencies = agencies;
        this.self = new WordSet(WordLists.byKind("head-words.tsv").getOrDefault("self", List.of()));
    }

    /**
     * A source.
     *
     * @param name its name; null when the paper only says 本报
     * @param end one past it
     */
    record Source(@Nullable AgencyMatch name, int end) {
        /** Whether it is certain; after other names only strict forms make a dateline. */
        boolean isCertain() {
            return name == null || name.agency() != null;
        }
    }

    /** The source that begins at an offset; null when none does. */
    @Nullable
    Source at(String text, int at, int limit) {
        AgencyMatch agency = agencies.at(text, at, limit);
        if (agency != null) {
            return new Source(agency, agency.range().end());
        }
        int own = at < limit ? self.lengthAt(text, at, limit) : 0;
        if (own > 0) {
            return new Source(null, at + own);
        }
        int end = unlistedEnd(text, at, limit);
        return end < 0 ? null : new Source(new AgencyMatch(null, new Range(at, end)), end);
    }

    /** Past a name like 某某日报 or 某某网 that is in no list. */
    private static int unlistedEnd(String text, int at, int limit) {
        for (int i = at; i < Math.min(limit, at + MAX_UNLISTED_NAME); i++) {
            char c = text.charAt(i);
            if (!Chars.isHan(c)) {
                return -1;
            }
            int end = i + 1;
            boolean ending = "社网报".indexOf(c) >= 0
                    || STATIONS.stream().anyMatch(station -> text.startsWith(station, end - station.length()));
            if (ending && i > at) {
                return end;
            }
        }
        return -1;
    }
}
