package org.wirestream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.DateMention;
import org.wirestream.document.EngineVersions;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.encoder.Encoder;
import org.wirestream.encoder.Encoding;
import org.wirestream.entity.EntityTagger;
import org.wirestream.entity.Explanation;
import org.wirestream.gazetteer.Overlay;
import org.wirestream.subject.Desks;
import org.wirestream.subject.SubjectAnalysis;
import org.wirestream.subject.SubjectClassifier;
import org.wirestream.subject.Thresholds;
import org.wirestream.subject.Vocabulary;
import org.wirestream.time.DateTagger;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireParser;

/**
 * Turns a parsed wire text into an enriched item. The library's one entry: no Kafka in sight.
 *
 * <p>Immutable once loaded and safe for use by many threads. The same item gives the same result for the same
 * {@link EngineVersions}; nothing depends on when or where it runs.
 */
public final class Enricher {
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);
    private static final String WARM_UP = "warm-up.txt";

    private final WireParser parser = new WireParser(Limits.DEFAULT);
    private final @Nullable Encoder encoder;
    private final DateTagger dates;
    private final EntityTagger entities;
    private final SubjectClassifier subjects;
    private final Vocabulary vocabulary;
    private final Desks desks;
    private final EngineVersions versions;
    private final ParagraphThreads threads;
    private final Duration limit;

    private Enricher(
            @Nullable Encoder encoder,
            DateTagger dates,
            EntityTagger entities,
            SubjectClassifier subjects,
            Vocabulary vocabulary,
            Desks desks,
            EngineVersions versions,
            ParagraphThreads threads,
            Duration limit) {
        this.encoder = encoder;
        this.dates = dates;
        this.entities = entities;
        this.subjects = subjects;
        this.vocabulary = vocabulary;
        this.desks = desks;
        this.versions = versions;
        this.threads = threads;
        this.limit = limit;
    }

    /**
     * Loads models and word lists; takes a few seconds. One instance serves a whole process.
     *
     * @param engine how to decide
     * @param vocabulary the subjects
     * @param desks the desks that paragraphs are routed to
     * @param thresholds those that an operator sets
     */
    public static Enricher load(Engine engine, Vocabulary vocabulary, Desks desks, Thresholds thresholds) {
        boolean vectors = engine == Engine.ACCURATE;
        // Names take as long as subjects and encoder (mostly to unpack its native library) together.
        Loading<@Nullable Encoder> encoder = Loading.begin(() -> vectors ? Encoder.load() : null);
        Loading<SubjectClassifier> subjects =
                Loading.begin(() -> SubjectClassifier.load(vocabulary, thresholds, vectors));
        EntityTagger entities = EntityTagger.load(vectors);
        return new Enricher(
                encoder.await(),
                new DateTagger(),
                entities,
                subjects.await(),
                vocabulary,
                desks,
                new EngineVersions(
                        ("wirestream/" + Version.current() + " " + engine.id() + " " + thresholds.version()).strip(),
                        vocabulary.version()),
                new ParagraphThreads(0),
                DEFAULT_LIMIT);
    }

    /**
     * The same enricher with another limit for one item.
     *
     * @param time the most processor time; 30 s for an enricher that was just loaded, which no item within {@link Limits#DEFAULT} should need
     */
    public Enricher within(Duration time) {
        return new Enricher(encoder, dates, entities, subjects, vocabulary, desks, versions, threads, time);
    }

    /** Loads the accurate engine with the desks and thresholds that Wirestream brings. */
    public static Enricher load() {
        return load(Engine.ACCURATE);
    }

    /** Loads an engine with the desks and thresholds that Wirestream brings. */
    public static Enricher load(Engine engine) {
        Vocabulary vocabulary = Vocabulary.load();
        return load(engine, vocabulary, Desks.load(vocabulary), Thresholds.NONE);
    }

    /**
     * The same enricher, with threads that help with the paragraphs of long items where the engine reads vectors. Whoever enriches
     * shares them, and the results are the same.
     *
     * @param helpers how many at most; 0 for none
     */
    public Enricher withParagraphThreads(int helpers) {
        return new Enricher(
                encoder, dates, entities, subjects, vocabulary, desks, versions, new ParagraphThreads(helpers), limit);
    }

    /**
     * Parses and enriches one raw wire text.
     *
     * @throws MalformedWireException when the text is no wire item; the message says why
     */
    public EnrichedItem enrich(String text) throws MalformedWireException {
        return enrich(parser.parse(text, Feed.silent(Instant.now())), "1");
    }

    /**
     * Enriches a parsed item.
     *
     * @param version the version to publish it as
     * @throws ItemTooCostlyException when it takes too long
     */
    public EnrichedItem enrich(WireItem item, String version) {
        return enrich(item, version, Overlay.NONE, StageListener.NONE);
    }

    /**
     * Enriches a parsed item with what editors say of names, and says how long it took.
     *
     * @param version the version to publish it as
     * @param overlay goes over what the machine finds
     * @param listener is told the time of each stage
     * @throws ItemTooCostlyException when it takes too long
     */
    public EnrichedItem enrich(WireItem item, String version, Overlay overlay, StageListener listener) {
        TimeLimit time = new TimeLimit(limit);
        long began = System.nanoTime();
        List<DateMention> dated = dates.tag(item);
        began = finished(Stage.DATES, began, listener, time);
        List<Encoding> encodings = encode(item, time);
        began = finished(Stage.ENCODER, began, listener, time);
        EntityAnalysis analysis = entities.tag(item, dated, encodings, overlay);
        began = finished(Stage.ENTITIES, began, listener, time);
        SubjectAnalysis about = subjects.classify(item, analysis.mentions(), encodings);
        finished(Stage.SUBJECTS, began, listener, time);
        return assemble(item, version, dated, analysis, about);
    }

    private static long finished(Stage stage, long began, StageListener listener, TimeLimit time) {
        long now = System.nanoTime();
        listener.finished(stage, now - began);
        time.check();
        return now;
    }

    private EnrichedItem assemble(
            WireItem item, String version, List<DateMention> dated, EntityAnalysis analysis, SubjectAnalysis about) {
        Map<Integer, List<Mention>> mentions =
                analysis.mentions().stream().collect(Collectors.groupingBy(Mention::paragraph));
        Map<Integer, List<DateMention>> inParagraph =
                dated.stream().collect(Collectors.groupingBy(DateMention::paragraph));
        List<EnrichedParagraph> paragraphs = new ArrayList<>(item.paragraphs().size());
        for (Paragraph paragraph : item.paragraphs()) {
            int index = paragraph.index();
            List<Mention> named = mentions.getOrDefault(index, List.of());
            List<SubjectAssignment> assigned = about.paragraphs().get(index);
            paragraphs.add(new EnrichedParagraph(
                    paragraph,
                    named,
                    withoutNames(inParagraph.getOrDefault(index, List.of()), named),
                    assigned,
                    desks.desksOf(assigned)));
        }
        return new EnrichedItem(item, version, paragraphs, analysis, about.item(), versions);
    }

    /** Enriches a text of its own, so that classes and tables that nothing else loads are there when the first item comes. */
    public Enricher warmUp() {
        try (InputStream in = Enricher.class.getResourceAsStream(WARM_UP)) {
            enrich(new String(Objects.requireNonNull(in, WARM_UP).readAllBytes(), StandardCharsets.UTF_8));
            return this;
        } catch (IOException | MalformedWireException e) {
            throw new IllegalStateException(WARM_UP + " cannot be enriched", e);
        }
    }

    /** Says for every name of an item who proposed it and what was overruled, and what was proposed in vain. */
    public List<Explanation> explain(WireItem item) {
        return entities.explain(item, dates.tag(item), encode(item, new TimeLimit(limit)));
    }

    /** The vectors of the paragraphs, for tags and subjects; computed here, so that the time is this stage's. */
    private List<Encoding> encode(WireItem item, TimeLimit time) {
        if (encoder == null) {
            return List.of();
        }
        ItemEncodings encodings = new ItemEncodings(encoder, item, time, ItemEncodings.MAX_PIECES);
        encodings.keep(threads);
        return encodings;
    }

    /** A date inside an event's name or a title is part of the name (2017年阿斯塔纳专项世博会). */
    private static List<DateMention> withoutNames(List<DateMention> dates, List<Mention> mentions) {
        return dates.stream()
                .filter(date -> mentions.stream()
                        .noneMatch(m -> (m.type() == EntityType.EVENT || m.type() == EntityType.DOC)
                                && m.begin() < date.end()
                                && date.begin() < m.end()))
                .toList();
    }

    /** The subjects that paragraphs can have. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The desks that paragraphs are routed to. */
    public Desks desks() {
        return desks;
    }

    /** What makes this enricher's records. */
    public EngineVersions versions() {
        return versions;
    }
}
