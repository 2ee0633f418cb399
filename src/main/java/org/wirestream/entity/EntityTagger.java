package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;
import org.wirestream.document.DateMention;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.text.MynlpTokenizer;
import org.wirestream.text.Tokenizer;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Finds the named things of an item and what the text says of them: recognisers propose, the resolver chooses, and what
 * the item has established is found again everywhere in it. Immutable and safe for use by many threads.
 */
public final class EntityTagger {
    private final Tokenizer tokenizer;
    private final Gazetteer gazetteer;
    private final GazetteerRecogniser known;
    private final List<Recogniser> recognisers;
    private final AliasFinder aliases;
    private final RoleFinder roles = new RoleFinder();
    private final DatedEventFinder events = new DatedEventFinder();
    private final StatementFinder statements = new StatementFinder();

    private EntityTagger(Tokenizer tokenizer, Gazetteer gazetteer) {
        this.tokenizer = tokenizer;
        this.gazetteer = gazetteer;
        this.aliases = new AliasFinder(gazetteer);
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

    /** Loads models and word lists; takes two to three seconds. One instance serves a whole process. */
    public static EntityTagger load() {
        return new EntityTagger(new MynlpTokenizer(), new Gazetteer());
    }

    /**
     * Tags an item.
     *
     * @param dates the item's calendar expressions, for events with dates
     */
    public EntityAnalysis tag(WireItem item, List<DateMention> dates) {
        List<TaggedText> texts = new ArrayList<>();
        List<List<Proposal>> proposals = new ArrayList<>();
        List<DatedEvent> listed = events.find(item, List.of(), dates);
        DocumentMemory memory = new DocumentMemory(gazetteer);
        EntityLinker linker = new EntityLinker(gazetteer);
        for (Paragraph paragraph : item.paragraphs()) {
            String folded = paragraph.folded().folded();
            TaggedText text = new TaggedText(paragraph, tokenizer.tokenize(folded), known.sureNames(folded));
            List<Proposal> proposed = propose(text, item, listed);
            List<Proposal> accepted = Resolver.resolve(proposed);
            memory.learn(text, accepted);
            texts.add(text);
            proposals.add(proposed);
            for (Proposal name : accepted) {
                if (name.type() == EntityType.PER) {
                    linker.learnFullName(text.text().substring(name.begin(), name.end()));
                }
            }
            for (AliasFinder.Declared alias : aliases.find(text, accepted)) {
                memory.learn(alias);
                linker.learnAlias(text, alias);
            }
        }
        int lead = lead(item);
        for (int i = 0; i < texts.size(); i++) {
            memory.propose(texts.get(i), proposals.get(i));
            for (Proposal name : Resolver.resolve(proposals.get(i))) {
                linker.add(texts.get(i), name, lead);
            }
        }
        List<Mention> mentions = linker.mentions();
        return new EntityAnalysis(
                mentions,
                linker.entities(),
                linker.aliases(),
                roles.find(item, mentions),
                events.find(item, mentions, dates),
                statements.find(item, mentions));
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

    private static int lead(WireItem item) {
        return item.paragraphs().stream()
                .filter(Paragraph::isBody)
                .mapToInt(Paragraph::index)
                .findFirst()
                .orElse(-1);
    }
}
