package org.wirestream.wire;

import java.util.List;

/** Reads the head and the foot of an item: what each line is, who filed it, where and when. Immutable. */
final class HeadReader {
    private final AgencyList agencies = new AgencyList();
    private final PlaceNames places = new PlaceNames();
    private final BylineGrammar bylines = new BylineGrammar(agencies);
    private final DatelineGrammar datelines = new DatelineGrammar(agencies, bylines, places);
    private final HeadlineGrammar headlines = new HeadlineGrammar(agencies);
    private final PlaceDateLine.Grammar dateLines = new PlaceDateLine.Grammar(agencies, places);
    private final FooterLines footers = new FooterLines();

    AgencyList agencies() {
        return agencies;
    }

    BylineGrammar bylines() {
        return bylines;
    }

    DatelineGrammar datelines() {
        return datelines;
    }

    HeadlineGrammar headlines() {
        return headlines;
    }

    PlaceDateLine.Grammar dateLines() {
        return dateLines;
    }

    PlaceNames places() {
        return places;
    }

    FooterLines footers() {
        return footers;
    }

    /**
     * Reads the lines of one item.
     *
     * @param lines the non-blank lines
     * @param headlineGiven whether the feed says that the first line is the headline
     */
    Head read(List<FoldedText> lines, boolean headlineGiven) {
        return new HeadReading(this, lines, headlineGiven).head();
    }
}
