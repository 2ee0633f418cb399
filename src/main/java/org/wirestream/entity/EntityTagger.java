package org.wirestream.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.DateMention;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.encoder.Encoding;
import org.wirestream.gazetteer.Overlay;
import org.wirestream.sequence.ModelFile;
import org.wirestream.sequence.Observations;
import org.wirestream.sequence.SequenceModel;
import org.wirestream.text.MynlpTokenizer;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Finds the named things of an item and what the text says of them: recognisers propose, a trained model decides, and
 * what the item has established is found again everywhere in it. Immutable and safe for use by many threads.
 */
public final class EntityTagger {
    private final Gazetteer gazetteer;
    private final Set<Part> without;
    private final Proposer proposer;
    private final CharacterFeatures features;
    private final @Nullable ModelTagger model;
    private final AliasFinder aliases;
    private final MemoryPass memory;
    private final RoleFinder roles = new RoleFinder();
    private final DatedEventFinder events = new DatedEventFinder();
    private final StatementFinder statements = new StatementFinder();

    private EntityTagger(@Nullable SequenceModel model, Set<Part> without) {
        this.without = without;
        this.features = new CharacterFeatures(without);
        this.gazetteer = new Gazetteer();
        this.aliases = new AliasFinder(gazetteer);
        this.memory = new MemoryPass(gazetteer, aliases);
        this.proposer = new Proposer(new MynlpTokenizer(), gazetteer, without);
        this.model = model == null ? null : new ModelTagger(model, features);
    }

    /**
     * Loads the word lists and a trained model, which takes two to three seconds. One instance serves a whole process.
     *
     * @param vectors whether the model is the one that needs the paragraphs' vectors
     */
    public static EntityTagger load(boolean vectors) {
        String name = vectors ? "accurate.model" : "fast.model";
        try (InputStream in = EntityTagger.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " on the class path");
            }
            return of(ModelFile.read(in), Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException("the tagger's model cannot be read", e);
        }
    }

    /** A tagger without a model, which one is trained on; without some parts. */
    public static EntityTagger untrained(Set<Part> without) {
        return new EntityTagger(null, Set.copyOf(without));
    }

    /** A tagger with a model that was trained on what an {@link #untrained} one without the same parts observes. */
    public static EntityTagger of(SequenceModel model, Set<Part> without) {
        return new EntityTagger(model, Set.copyOf(without));
    }

    /**
     * What the model sees of an item, paragraph by paragraph, in the folded text; to be trained from.
     *
     * @param encodings the paragraphs' vectors; empty for a model without
     */
    public List<Observations> observe(WireItem item, List<DateMention> dates, List<Encoding> encodings) {
        Proposed proposed = propose(item, dates);
        List<Observations> observations = new ArrayList<>();
        for (int i = 0; i < item.paragraphs().size(); i++) {
            observations.add(ModelTagger.observe(features, proposed, i, encoding(encodings, i)));
        }
        return observations;
    }

    /**
     * Tags an item by the machine alone.
     *
     * @param dates the item's calendar expressions, for events with dates
     * @param encodings the vectors of the paragraphs' folded texts; empty when the model needs none
     * @throws IllegalStateException without a model
     */
    public EntityAnalysis tag(WireItem item, List<DateMention> dates, List<Encoding> encodings) {
        return tag(item, dates, encodings, Overlay.NONE);
    }

    /**
     * Tags an item.
     *
     * @param dates the item's calendar expressions, for events with dates
     * @param encodings the vectors of the paragraphs' folded texts; empty when the model needs none
     * @param overlay what editors say, which goes over what the machine finds
     * @throws IllegalStateException without a model
     */
    public EntityAnalysis tag(WireItem item, List<DateMention> dates, List<Encoding> encodings, Overlay overlay) {
        Proposed proposed = propose(item, dates);
        List<List<Proposal>> accepted = accept(proposed, encodings, overlay);
        EntityLinker linker = new EntityLinker(gazetteer, overlay);
        for (int i = 0; i < accepted.size(); i++) {
            TaggedText text = proposed.texts().get(i);
            for (Proposal name : accepted.get(i)) {
                String surface = text.text().substring(name.begin(), name.end());
                if (name.type() == EntityType.PER) {
                    linker.learnFullName(surface);
                } else if (name.type() == EntityType.LOC) {
                    linker.learnCountry(surface);
                }
            }
            for (AliasFinder.Declared alias : aliases.find(text, accepted.get(i))) {
                linker.learnAlias(text, alias);
            }
        }
        int lead = lead(item);
        for (int i = 0; i < accepted.size(); i++) {
            for (Proposal name : accepted.get(i)) {
                linker.add(proposed.texts().get(i), name, lead);
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

    /**
     * Says for every name of an item who proposed it and what was overruled, and what was proposed in vain.
     *
     * @param dates the item's calendar expressions
     * @param encodings the vectors of the paragraphs' folded texts; empty when the model needs none
     */
    public List<Explanation> explain(WireItem item, List<DateMention> dates, List<Encoding> encodings) {
        Proposed proposed = propose(item, dates);
        List<List<Proposal>> accepted = accept(proposed, encodings, Overlay.NONE);
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < accepted.size(); i++) {
            explanations.addAll(
                    Explainer.explain(proposed.texts().get(i), proposed.names().get(i), accepted.get(i)));
        }
        return explanations;
    }

    private Proposed propose(WireItem item, List<DateMention> dates) {
        return proposer.propose(item, events.find(item, List.of(), dates));
    }

    /** What the model decides, and what follows from it for the rest of the item. */
    private List<List<Proposal>> accept(Proposed proposed, List<Encoding> encodings, Overlay overlay) {
        if (model == null) {
            throw new IllegalStateException("an untrained tagger cannot tag");
        }
        List<List<Proposal>> decided = new ArrayList<>();
        for (int i = 0; i < proposed.texts().size(); i++) {
            decided.add(model.decide(proposed, i, encoding(encodings, i)));
        }
        OverlayPass edit = new OverlayPass(overlay);
        // Twice: what an editor names or takes away is no less established in the item than what the model finds, and
        // what the item established must not bring back what an editor took away.
        return edit.apply(proposed.texts(), remembered(proposed.texts(), edit.apply(proposed.texts(), decided)));
    }

    private List<List<Proposal>> remembered(List<TaggedText> texts, List<List<Proposal>> decided) {
        return without.contains(Part.MEMORY)
                ? decided.stream().map(Resolver::resolve).toList()
                : memory.accept(texts, decided);
    }

    private static @Nullable Encoding encoding(List<Encoding> encodings, int paragraph) {
        return encodings.isEmpty() ? null : encodings.get(paragraph);
    }

    private static int lead(WireItem item) {
        return item.paragraphs().stream()
                .filter(Paragraph::isBody)
                .mapToInt(Paragraph::index)
                .findFirst()
                .orElse(-1);
    }
}
