package org.wirestream.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.PlaceNames.Place;

/** Collects what a reading finds: spans in source offsets, names, markers, signals, agencies and dates. */
final class HeadFindings {
    private final List<FoldedText> lines;
    private final Set<WireSpan> spans = new LinkedHashSet<>();
    private final Set<String> reporters = new LinkedHashSet<>();
    private final List<String> markers = new ArrayList<>();
    private final Set<Signal> signals = EnumSet.noneOf(Signal.class);
    private final List<Agency> agencies = new ArrayList<>();
    private final List<PlaceDateLine> dates = new ArrayList<>();

    HeadFindings(List<FoldedText> lines) {
        this.lines = lines;
    }

    List<WireSpan> spans() {
        return spans.stream()
                .sorted(Comparator.comparingInt(WireSpan::paragraph).thenComparingInt(WireSpan::begin))
                .toList();
    }

    List<String> reporters() {
        return List.copyOf(reporters);
    }

    List<String> markers() {
        return List.copyOf(markers);
    }

    Set<Signal> signals() {
        return Set.copyOf(signals);
    }

    List<PlaceDateLine> dates() {
        return List.copyOf(dates);
    }

    /** The first agency found outside the dateline; null when there is none. */
    @Nullable
    Agency agency() {
        return agencies.isEmpty() ? null : agencies.get(0);
    }

    void add(DatelineMatch dateline, int line) {
        dateline.agencies().forEach(agency -> addSpan(WireSpan.Kind.AGENCY, line, agency.range()));
        addPlaces(line, dateline.places());
        dateline.names().forEach(name -> addReporter(line, name, true));
        WrittenDate date = dateline.date();
        if (date != null) {
            addSpan(WireSpan.Kind.DATE, line, date.range());
        }
    }

    void add(BylineGrammar.Byline byline, int line) {
        addAgency(byline.agency(), line);
        // A photographer's credit is no byline of the story.
        boolean credit = lines.get(line).folded().contains("摄");
        byline.names().forEach(name -> addReporter(line, name, !credit));
    }

    void add(PlaceDateLine date, int line, List<Place> places) {
        dates.add(date);
        addPlaces(line, places);
        if (date.isPublication()) {
            addSpan(WireSpan.Kind.DATE, line, date.first().range());
        }
        addAgency(date.agency(), line);
    }

    void add(MarkedHeadline headline, int line) {
        headline.markers().forEach(marker -> markers.add(lines.get(line).sourceText(marker.begin(), marker.end())));
        addSignals(headline);
        addAgency(headline.agency(), line);
    }

    void addSignals(MarkedHeadline headline) {
        signals.addAll(headline.signals());
    }

    /** An agency that a byline, a marker or a source line names. */
    void addAgency(@Nullable AgencyMatch match, int line) {
        if (match == null) {
            return;
        }
        addSpan(WireSpan.Kind.AGENCY, line, match.range());
        Agency agency = match.agency();
        if (agency != null) {
            agencies.add(agency);
        }
    }

    private void addPlaces(int line, List<Place> places) {
        for (Place place : places) {
            switch (place.kind()) {
                case PLACE -> addSpan(WireSpan.Kind.PLACE, line, place.range());
                case ORGANISATION -> addSpan(WireSpan.Kind.ORGANISATION, line, place.range());
                case VESSEL -> {
                    // A vessel is where a wire was filed, but neither a place nor an organisation.
                }
            }
        }
    }

    private void addReporter(int line, Range name, boolean writer) {
        addSpan(WireSpan.Kind.REPORTER, line, name);
        if (writer) {
            String written = lines.get(line).sourceText(name.begin(), name.end());
            boolean padded = Chars.isHan(written.charAt(0));
            reporters.add(padded ? Chars.visible(written) : written);
        }
    }

    private void addSpan(WireSpan.Kind kind, int line, Range range) {
        FoldedText text = lines.get(line);
        spans.add(new WireSpan(kind, line, text.sourceBegin(range.begin()), text.sourceEnd(range.end())));
    }
}
