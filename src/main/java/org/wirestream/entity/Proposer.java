package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;
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
    private final List<Recogniser> recognisers;

    Proposer(Tokenizer tokenizer, Gazetteer gazetteer) {
        this.tokenizer = tokenizer;
        this.known = new GazetteerRecogniser(gazetteer);
        this.recognisers =
                List.of(new TitleRecogniser(), known, new CountryPairRecogniser(gazetteer), new EventRecogniser());
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
        HeadRecogniser.propose(text, item.spans(), proposals);
        for (Recogniser recogniser : recognisers) {
            recogniser.propose(text, proposals);
        }
        for (DatedEvent event : listed) {
            if (event.paragraph() == text.paragraph().index()) {
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
