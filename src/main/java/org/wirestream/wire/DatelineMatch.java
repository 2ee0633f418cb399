package org.wirestream.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dateline in one line of folded text; all offsets are in the folded text.
 *
 * @param agencies who signs; a relay has two
 * @param places where it was filed
 * @param date when, as written; null when it does not say
 * @param names the reporters named with it
 * @param begin first code unit
 * @param end one past the last, byline included
 * @param newsBegin where the news begins
 * @param titled whether 题： follows, after which a title stands
 */
record DatelineMatch(
        List<AgencyMatch> agencies,
        List<PlaceNames.Place> places,
        @Nullable WrittenDate date,
        List<Range> names,
        int begin,
        int end,
        int newsBegin,
        boolean titled) {
    DatelineMatch {
        agencies = List.copyOf(agencies);
        places = List.copyOf(places);
        names = List.copyOf(names);
    }

    /** The first listed agency; null when none is. */
    @Nullable
    Agency agency() {
        for (AgencyMatch match : agencies) {
            Agency agency = match.agency();
            if (agency != null) {
                return agency;
            }
        }
        return null;
    }

    /** Both heads of a relay (央视网消息：据新华社北京1月5日电) as one; the agency of the dated one comes first. */
    DatelineMatch followedBy(DatelineMatch inner) {
        boolean outerFiled = date != null && inner.date == null;
        List<AgencyMatch> all = new ArrayList<>(outerFiled ? agencies : inner.agencies);
        all.addAll(outerFiled ? inner.agencies : agencies);
        List<Range> allNames = new ArrayList<>(names);
        allNames.addAll(inner.names);
        return new DatelineMatch(
                all,
                inner.places.isEmpty() ? places : inner.places,
                inner.date == null ? date : inner.date,
                allNames,
                begin,
                inner.end,
                inner.newsBegin,
                inner.titled);
    }
}
