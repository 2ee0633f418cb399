package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.ItemTooCostlyException;
import org.wirestream.RawDecoder;
import org.wirestream.gazetteer.Overlay;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.MalformedWireException.Reason;
import org.wirestream.wire.WireItem;

/**
 * Accepts newer versions of items, publishes their records and takes back what older versions published; absorbs repeats
 * and stale versions. Owned by one stream thread, as is its store.
 */
final class EnrichProcessor implements Processor<Bytes, Bytes, Bytes, Output> {
    static final String STORE = "item-versions";
    /** Headers of every output record: what made it. Plain ninjs has no place for them in the value. */
    static final String ENGINE = "wire-engine";

    static final String VOCABULARY = "wire-vocabulary";
    static final byte[] JSON = "application/json".getBytes(StandardCharsets.UTF_8);
    /** Header of the records of an item in which names of the gazetteer stand: {@link Overlay#fingerprint}. */
    static final String GAZETTEER = "wire-gazetteer";

    private static final Logger LOG = LoggerFactory.getLogger(EnrichProcessor.class);

    private final RawDecoder decoder;
    private final ItemPublisher publisher;
    private final TopicNames topics;
    private final PipelineListener listener;
    private final LiveGazetteer gazetteer;
    private final byte[] engine;
    private final byte[] vocabulary;
    private final CloudEvents events;
    private final String maker;
    private ProcessorContext<Bytes, Output> context;
    private Promptness promptness;
    private KeyValueStore<Bytes, ItemState> versions;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    EnrichProcessor(
            RawDecoder decoder,
            ItemPublisher publisher,
            TopicNames topics,
            LiveGazetteer gazetteer,
            String source,
            PipelineListener listener) {
        this.decoder = decoder;
        this.publisher = publisher;
        this.topics = topics;
        this.gazetteer = gazetteer;
        this.listener = listener;
        this.engine = publisher.versions().engine().getBytes(StandardCharsets.UTF_8);
        this.maker = publisher.versions().engine() + ", " + publisher.versions().vocabulary()
                + publisher.wanted().version();
        this.vocabulary = publisher.versions().vocabulary().getBytes(StandardCharsets.UTF_8);
        this.events = new CloudEvents(source);
    }

    @Override
    public void init(ProcessorContext<Bytes, Output> processorContext) {
        context = processorContext;
        promptness = new Promptness(processorContext);
        versions = processorContext.getStateStore(STORE);
        if (publisher.wanted().has(Outputs.Part.COUNTS)) {
            CountsUpgrade.begin(processorContext, versions, this::forwardChange);
        }
    }

    /**
     * Only what this item costs is caught: a failure to read state or to send is Kafka's, and must take the transaction down, not
     * make a dead letter beside records that were sent already.
     */
    @Override
    public void process(Record<Bytes, Bytes> record) {
        DeadLetters.Origin origin = DeadLetters.Origin.read(record.headers(), record.timestamp());
        try (LogContext log = LogContext.of(origin)) {
            log.item(key(record));
            enrich(record, origin);
        }
        promptness.commitIfRecent(record.timestamp());
    }

    private void enrich(Record<Bytes, Bytes> record, DeadLetters.Origin origin) {
        ItemState before = versions.get(record.key());
        Decision decision;
        try {
            decision = decide(record, before);
        } catch (MalformedWireException e) {
            LOG.info("Refused as {}; it goes to {}", e.reason(), topics.deadLetters());
            deadLetter(record, origin, e.reason(), e);
            return;
        } catch (ItemTooCostlyException e) {
            LOG.warn("Refused as {}; it goes to {}", Reason.TOO_COSTLY, topics.deadLetters());
            deadLetter(record, origin, Reason.TOO_COSTLY, e);
            return;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Item {} could not be enriched; it goes to {}", key(record), topics.deadLetters(), e);
            deadLetter(record, origin, Reason.ENRICHER_FAILURE, e);
            return;
        }
        if (decision != null) {
            publish(record, decision);
        }
    }

    /** A newer version: what is sent of it, its time, and what of the gazetteer bears on it. */
    private record Decision(
            ItemPublisher.Publication publication, Outcome outcome, OffsetDateTime time, String edited) {}

    /** All or nothing: a version whose records are too large is refused before anything of it is sent. */
    private @Nullable Decision decide(Record<Bytes, Bytes> record, @Nullable ItemState before)
            throws MalformedWireException {
        WireItem item = decoder.decode(
                record.value() == null ? null : record.value().get(),
                RawHeaders.text(record.headers(), RawHeaders.CONTENT_TYPE),
                RawHeaders.feed(key(record), record.headers(), record.timestamp()));
        Overlay overlay = gazetteer.current();
        String edited = overlay.fingerprint(item);
        VersionPolicy.Verdict verdict = VersionPolicy.judge(
                before, item, maker(edited), RawHeaders.isSentAgain(record.headers()) ? record.timestamp() : null);
        return switch (verdict) {
            case NEWER, RENEWAL ->
                new Decision(
                        publisher.publish(item, before, overlay),
                        Outcome.published(verdict, item.status(), before),
                        item.time().value(),
                        edited);
            case REPEAT, STALE -> {
                LOG.info("Absorbed as {}", verdict);
                listener.ended(
                        verdict == VersionPolicy.Verdict.REPEAT ? Outcome.REPEAT : Outcome.STALE,
                        Instant.ofEpochMilli(record.timestamp()));
                yield null;
            }
            case CONFLICT ->
                throw new MalformedWireException(
                        Reason.VERSION_CONFLICT,
                        "version %s of %s was published with other content; send the change as a newer version"
                                .formatted(item.feedVersion(), item.id()));
        };
    }

    private void publish(Record<Bytes, Bytes> record, Decision decision) {
        ItemPublisher.Publication publication = decision.publication();
        Instant appended = Instant.ofEpochMilli(record.timestamp());
        if (publication.enriched() != null) {
            listener.enriched(publication.enriched(), decision.outcome(), appended);
        }
        versions.put(record.key(), publication.state().of(record.timestamp(), maker(decision.edited())));
        String version = publication.state().version();
        long time = Math.max(0, decision.time().toInstant().toEpochMilli());
        for (ItemPublisher.Keyed keyed : publication.outputs()) {
            if (keyed.output() instanceof Output.ToTopic toTopic) {
                Headers headers = headers(toTopic, decision.edited());
                events.describe(headers, keyed.key(), toTopic, version, maker(decision.edited()), decision.time());
                TraceContext.copy(record.headers(), headers);
                forward(keyed, time, headers);
            } else {
                forwardChange(keyed, time);
            }
        }
        listener.ended(decision.outcome(), appended);
        LOG.info(
                "Published as {}, version {}, {} records",
                decision.outcome(),
                version,
                publication.outputs().size());
    }

    /** What makes the records of an item: when one of it changes, a repeat makes them again. */
    private String maker(String edited) {
        return edited.isEmpty() ? maker : maker + ", gazetteer " + edited;
    }

    private Headers headers(Output.ToTopic record, String edited) {
        Headers headers = new RecordHeaders();
        if (record.value() != null) {
            headers.add(RawHeaders.CONTENT_TYPE, JSON);
        }
        headers.add(ENGINE, engine);
        headers.add(VOCABULARY, vocabulary);
        if (!edited.isEmpty()) {
            headers.add(GAZETTEER, edited.getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    /** A change goes no further than the count, which has headers of its own. */
    private void forwardChange(ItemPublisher.Keyed change, long time) {
        forward(change, time, new RecordHeaders());
    }

    private void forward(ItemPublisher.Keyed output, long time, Headers headers) {
        context.forward(new Record<>(output.key(), output.output(), time, headers));
    }

    private void deadLetter(Record<Bytes, Bytes> record, DeadLetters.Origin origin, Reason reason, Throwable e) {
        listener.dead(reason.name());
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        Headers headers = DeadLetters.headers(
                record.headers(), origin, reason.name(), e.getClass().getName(), message);
        context.forward(record.withKey(origin.key())
                .<Output>withValue(new Output.ToTopic(Output.Kind.DEAD_LETTER, topics.deadLetters(), record.value()))
                .withHeaders(headers));
    }

    private static String key(Record<Bytes, Bytes> record) {
        return new String(record.key().get(), StandardCharsets.UTF_8);
    }
}
