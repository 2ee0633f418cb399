package org.wirestream.dlq;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.TopicNames;
import org.wirestream.watch.StartPoint;
import org.wirestream.watch.TopicReader;

/**
 * Reads the queue. A dead letter stays where it is until its topic's retention takes it; that it was sent back is told by a mark,
 * a record of its own topic with the letter's id as key.
 */
public final class DeadLetterQueue {
    private final Settings settings;
    private final TopicNames topics;

    /** @param settings where the brokers are and how topics are named */
    public DeadLetterQueue(Settings settings) {
        this.settings = settings;
        this.topics = Pipeline.topicNames(settings);
    }

    /**
     * Hands on the dead letters that are there now, in order within a partition, until the handler wants no more.
     *
     * @throws org.wirestream.topics.MissingTopicsException when there is no queue
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    public void read(LetterFilter filter, Predicate<DeadLetter> handler) {
        read(topics.deadLetters(), filter.since(), letter -> !filter.takes(letter) || handler.test(letter));
    }

    /** When each dead letter that was sent back was. */
    public Map<LetterId, Instant> redriven() {
        Map<LetterId, Instant> redriven = new TreeMap<>();
        read(topics.redriven(), StartPoint.BEGINNING, mark -> {
            byte[] key = mark.message().key();
            if (key != null) {
                redriven.put(LetterId.parse(new String(key, StandardCharsets.UTF_8)), mark.arrived());
            }
            return true;
        });
        return redriven;
    }

    private void read(String topic, StartPoint from, Predicate<DeadLetter> handler) {
        new TopicReader(settings)
                .read(
                        new TopicReader.Request(topic, from, OptionalLong.empty(), true),
                        message -> handler.test(new DeadLetter(message)));
    }
}
