package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EntityType;
import org.wirestream.text.Tokenizer;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Gathers what the recognisers propose. Each had to be worth something to a model in texts that it was not trained on:
 * recognisers of people's and organisations' names by hand-made rules, a statistical tagger's names and parts of speech
 * were there once and were worth less than nothing (docs/quality.md). Immutable and safe for use by many threads.
 */
final class Proposer {
    private final Tokenizer tokenizer;
    private final GazetteerRecogniser known;
    private final List<Recogniser> recognisers = new ArrayList<>();
    private final Set<Part> without;

    /** @param without what is not to be proposed */
    Proposer(Tokenizer tokenizer, Gazetteer gazetteer, Set<Part> without) {
        this.tokenizer = tokenizer;
        this.known = new GazetteerRecogniser(gazetteer);
        this.without = without;
        unless(Part.TITLES, new TitleRecogniser());
        unless(Part.GAZETTEER, known);
        unless(Part.COUNTRY_PAIRS, new CountryPairRecogniser(gazetteer));
        unless(Part.EVENT_NAMES, new EventRecogniser());
    }

    private void unless(Part part, Recogniser recogniser) {
        if (!without.contains(part)) {
            recognisers.add(recogniser);
        }
    }

    /** @param listed the events of lists with dates, whose names end before a bracket */
    Proposed propose(WireItem item, List<DatedEvent> listed) {
        List<TaggedText> texts = new ArrayList<>();
        List<List<Proposal>> proposals = new ArrayList<>();
        for (Paragraph paragraph : item.paragraphs()) {
            String folded = paragraph.folded().folded();
            TaggedText text = new TaggedText(paragraph, tokenizer.tokenize(folded), known.sureNames(folded));
            texts.add(text);
            proposals.add(propose(text, item, listed));
        }
        return new Proposed(texts, proposals);
    }

    private List<Proposal> propose(TaggedText text, WireItem item, List<DatedEvent> listed) {
        List<Proposal> proposals = new ArrayList<>();
        if (!without.contains(Part.HEAD)) {
            HeadRecogniser.propose(text, item.spans(), proposals);
        }
        for (Recogniser recogniser : recognisers) {
            recogniser.propose(text, proposals);
        }
        for (DatedEvent event : listed) {
            if (event.paragraph() == text.paragraph().index() && !without.contains(Part.EVENT_NAMES)) {
                int begin = text.paragraph().folded().foldedOffset(event.begin());
                int end = text.paragraph().folded().foldedOffset(event.end());
                if (text.at(end) == '（') {
                    proposals.add(new Proposal(begin, end, EntityType.EVENT, "listed-event", Priorities.EVENT + 1));
                }
            }
        }
        return proposals;
    }
}
