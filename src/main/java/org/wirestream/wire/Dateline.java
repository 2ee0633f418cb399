package org.wirestream.wire;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 新华社阿斯塔纳6月9日电: where and when a wire was filed.
 *
 * @param places the places of filing as written, in order; may be empty
 * @param date the date with its year resolved; null when the dateline has none
 * @param paragraph index of the paragraph that it stands in
 * @param begin first UTF-16 code unit of the dateline in the paragraph's source text
 * @param end one past the last, byline and 电/讯 included: the news begins here
 */
public record Dateline(List<String> places, @Nullable LocalDate date, int paragraph, int begin, int end) {
    public Dateline {
        places = List.copyOf(places);
    }
}
