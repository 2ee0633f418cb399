package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.encoder.Encoding;
import org.wirestream.sequence.Observations;
import org.wirestream.sequence.SequenceModel;
import org.wirestream.sequence.Span;

/**
 * Decides by a trained model what the recognisers only propose. What wire conventions say for sure is kept as it is: the
 * head of an item, titles in 《》, declared short forms. Immutable and safe for use by many threads.
 */
final class ModelTagger {
    /** What needs no second opinion. */
    private static final Set<String> SURE = Set.of("wire-head", "title-marks", "listed-event");

    /** How far away the other mark of a quotation is looked for; names in marks are short. */
    private static final int QUOTED = 20;

    private static final String NEVER_FIRST = " ）》”】，。、；：！？·";
    private static final String NEVER_LAST = " （《“【，。、；：！？·";

    private final SequenceModel model;
    private final CharacterFeatures features;

    ModelTagger(SequenceModel model, CharacterFeatures features) {
        this.model = model;
        this.features = features;
    }

    /** What the model accepts in a paragraph. */
    List<Proposal> decide(Proposed proposed, int paragraph, @Nullable Encoding encoding) {
        List<Proposal> proposals = proposed.names().get(paragraph);
        List<Proposal> decided = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (SURE.contains(proposal.source())) {
                decided.add(proposal);
            }
        }
        TaggedText tagged = proposed.texts().get(paragraph);
        String text = tagged.text();
        for (Span span : model.spans(text.length(), sink -> features.tell(tagged, proposals, sink), encoding)) {
            int begin = quoteBegin(text, whole(text, span.begin(), -1), span.end());
            int end = quoteEnd(text, begin, whole(text, span.end(), 1));
            while (begin < end && NEVER_FIRST.indexOf(text.charAt(begin)) >= 0) {
                begin++;
            }
            while (begin < end && NEVER_LAST.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (begin < end) {
                decided.add(new Proposal(begin, end, EntityType.valueOf(span.type()), "model", Priorities.MODEL));
            }
        }
        return decided;
    }

    /** The model labels code units; a boundary between the two of one character, as rare ideographs have, goes one further. */
    private static int whole(String text, int at, int further) {
        boolean cuts = at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return cuts ? at + further : at;
    }

    /** A name holds both marks of a quotation or none: where the first one is missing, the name begins with it. */
    private static int quoteBegin(String text, int begin, int end) {
        String name = text.substring(begin, end);
        int close = name.indexOf('”');
        if (close < 0 || name.substring(0, close).indexOf('“') >= 0) {
            return begin;
        }
        String before = text.substring(Math.max(0, begin - QUOTED), begin);
        int open = before.lastIndexOf('“');
        return open < 0 || before.indexOf('”', open) >= 0 ? begin : begin - before.length() + open;
    }

    /** The same at the end. */
    private static int quoteEnd(String text, int begin, int end) {
        String name = text.substring(begin, end);
        int open = name.lastIndexOf('“');
        if (open < 0 || name.indexOf('”', open) >= 0) {
            return end;
        }
        int close = text.substring(end, Math.min(text.length(), end + QUOTED)).indexOf('”');
        return close < 0 ? end : end + close + 1;
    }

    static Observations observe(
            CharacterFeatures features, Proposed proposed, int paragraph, @Nullable Encoding encoding) {
        return new Observations(
                features.of(proposed.texts().get(paragraph), proposed.names().get(paragraph)), encoding);
    }
}
