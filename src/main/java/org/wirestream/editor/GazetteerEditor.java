package org.wirestream.editor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.CommandProducer;
import org.wirestream.config.Settings;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.GazetteerFormat;
import org.wirestream.gazetteer.InvalidEntryException;
import org.wirestream.stream.Pipeline;
import org.wirestream.watch.StartPoint;
import org.wirestream.watch.TopicReader;

/** Reads and changes the gazetteer. Every change is confirmed by the brokers when a method returns. */
public final class GazetteerEditor {
    private final Settings settings;
    private final String topic;

    /** @param settings where the brokers are and how topics are named */
    public GazetteerEditor(Settings settings) {
        this.settings = settings;
        this.topic = Pipeline.topicNames(settings).gazetteer();
    }

    /**
     * What is in the gazetteer now.
     *
     * @throws org.wirestream.topics.MissingTopicsException when there is no such topic
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    public GazetteerContents contents() {
        Map<String, GazetteerEntry> entries = new TreeMap<>();
        Map<String, String> broken = new TreeMap<>();
        new TopicReader(settings)
                .read(new TopicReader.Request(topic, StartPoint.BEGINNING, OptionalLong.empty(), true), message -> {
                    byte[] key = message.key();
                    byte[] value = message.value();
                    if (key == null) {
                        broken.put("@" + message.offset(), "it has no key");
                        return true;
                    }
                    String name = new String(key, StandardCharsets.UTF_8);
                    entries.remove(name);
                    broken.remove(name);
                    if (value != null) {
                        try {
                            entries.put(name, GazetteerFormat.readRecord(key, value));
                        } catch (InvalidEntryException e) {
                            broken.put(name, e.getMessage());
                        }
                    }
                    return true;
                });
        return new GazetteerContents(entries, broken);
    }

    /**
     * Adds entries; one of the same name is replaced.
     *
     * @return how many differ from what was there
     * @throws InvalidEntryException when two entries would claim one name; then nothing is sent
     */
    public int put(Collection<GazetteerEntry> entries) throws InvalidEntryException {
        GazetteerContents contents = contents();
        contents.checkWith(entries);
        List<ProducerRecord<byte[], byte @Nullable []>> changes = new ArrayList<>();
        for (GazetteerEntry entry : entries) {
            if (!entry.equals(contents.entries().get(entry.name()))) {
                changes.add(change(entry.name(), GazetteerFormat.write(entry).getBytes(StandardCharsets.UTF_8)));
            }
        }
        send(changes);
        return changes.size();
    }

    /** Removes entries, and records that are none, by name. */
    public void remove(Collection<String> names) {
        List<ProducerRecord<byte[], byte @Nullable []>> changes = new ArrayList<>();
        names.forEach(name -> changes.add(change(name, null)));
        send(changes);
    }

    private ProducerRecord<byte[], byte @Nullable []> change(String name, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, name.getBytes(StandardCharsets.UTF_8), value);
    }

    private void send(List<ProducerRecord<byte[], byte @Nullable []>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try (Producer<byte[], byte @Nullable []> producer = new KafkaProducer<>(producerProperties())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            changes.forEach(change -> sent.add(producer.send(change)));
            for (Future<RecordMetadata> confirmation : sent) {
                confirmation.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the gazetteer was changed in part at most: %s; run the command again".formatted(e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the gazetteer was changed in part at most", e);
        }
    }

    private Map<String, Object> producerProperties() {
        Map<String, Object> all = CommandProducer.properties(settings, "wirestream-gazetteer");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        return all;
    }
}
