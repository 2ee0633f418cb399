package org.wirestream.stream;

import java.util.Set;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;

/**
 * The names of Wirestream's topics.
 *
 * @param prefix what every name begins with: {@code wire.}
 */
public record TopicNames(String prefix) {
    public String raw() {
        return prefix + "raw";
    }

    public String items() {
        return prefix + "items";
    }

    public String ninjs() {
        return prefix + "ninjs";
    }

    public String paragraphs() {
        return prefix + "paragraphs";
    }

    public String desk(String desk) {
        return prefix + "desk." + desk;
    }

    public String counts(CountSpan span, CountKind kind) {
        return prefix + "counts." + span.topicPart() + kind.topicSuffix();
    }

    /** Marks of files and requests that were taken in. */
    public String ingested() {
        return prefix + "ingested";
    }

    /** What editors say of names. */
    public String gazetteer() {
        return prefix + "gazetteer";
    }

    public String deadLetters() {
        return prefix + "dlq";
    }

    /** Marks of dead letters that were sent back. */
    public String redriven() {
        return prefix + "dlq.redriven";
    }

    /** Who replayed, sent back or reset what. */
    public String audit() {
        return prefix + "audit";
    }

    /** What operators and ingest note for themselves: the pipeline neither reads nor writes these, nor may it see them. */
    public Set<String> notes() {
        return Set.of(redriven(), ingested(), audit());
    }
}
