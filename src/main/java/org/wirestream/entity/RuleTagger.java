package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EntityType;
import org.wirestream.text.Tokenizer;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Names by recognisers and rules: recognisers propose, the resolver chooses, and what the item has established is proposed
 * everywhere in it. Immutable and safe for use by many threads.
 */
final class RuleTagger {
    private final Tokenizer tokenizer;
    private final GazetteerRecogniser known;
    private final List<Recogniser> recognisers;
    private final MemoryPass memory;

    RuleTagger(Tokenizer tokenizer, Gazetteer gazetteer, MemoryPass memory) {
        this.tokenizer = tokenizer;
        this.memory = memory;
        this.known = new GazetteerRecogniser(gazetteer);
        this.recognisers = List.of(
                new TitleRecogniser(),
                known,
                new StatisticalRecogniser(),
                new PersonRecogniser(),
                new CountryPairRecogniser(gazetteer),
                new OrganisationRecogniser(gazetteer),
                new EventRecogniser());
    }

    /** @param listed the events of lists with dates, whose names end before a bracket */
    RuleAnalysis analyse(WireItem item, List<DatedEvent> listed) {
        List<TaggedText> texts = new ArrayList<>();
        List<List<Proposal>> proposals = new ArrayList<>();
        for (Paragraph paragraph : item.paragraphs()) {
            String folded = paragraph.folded().folded();
            TaggedText text = new TaggedText(paragraph, tokenizer.tokenize(folded), known.sureNames(folded));
            texts.add(text);
            proposals.add(propose(text, item, listed));
        }
        List<List<Proposal>> accepted = memory.accept(texts, proposals);
        return new RuleAnalysis(texts, proposals, accepted);
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
