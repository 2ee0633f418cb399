package org.wirestream.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.CountKind;
import org.wirestream.document.EntityType;
import org.wirestream.metrics.Metrics;

/** What each path answers, but for the stream and the page's files. Safe for use by many threads. */
final class Api {
    private static final String CALENDAR = "text/calendar; charset=utf-8";

    private final NowQuery now;
    private final CountQuery counts;
    private final ItemQuery items;
    private final EntityQuery entities;
    private final EventQuery events;
    private final PipelineView pipeline;
    private final OutputReader reader;
    private final Metrics metrics;
    private final Answer vocabulary;
    private final Answer document =
            new Answer(200, "application/yaml; charset=utf-8", PageFiles.resource("openapi.yaml"));

    Api(OutputReader.Stores stores, Names names, OutputReader reader, PipelineView pipeline, Metrics metrics) {
        this.now = new NowQuery(stores.counts(), stores.items(), names);
        this.counts = new CountQuery(stores.counts(), names);
        this.items = new ItemQuery(stores.items(), names);
        this.entities = new EntityQuery(stores.counts(), counts, stores.items(), names);
        this.events = new EventQuery(stores.items());
        this.reader = reader;
        this.metrics = metrics;
        this.pipeline = pipeline;
        this.vocabulary = Answer.json(vocabulary(names));
    }

    record Term(String id, String zh, String en) {}

    record SubjectTerm(String id, String zh, String en, List<String> desks) {}

    record VocabularyView(
            String zone,
            List<Term> desks,
            List<SubjectTerm> subjects,
            List<String> kinds,
            List<EntityType> entityTypes) {}

    record Health(String status, @Nullable String detail) {}

    private static VocabularyView vocabulary(Names names) {
        List<Term> desks = new ArrayList<>();
        names.desks().forEach(desk -> desks.add(new Term(desk.id(), desk.zh(), desk.en())));
        List<SubjectTerm> subjects = new ArrayList<>();
        names.subjects()
                .forEach(subject -> subjects.add(
                        new SubjectTerm(subject.id(), subject.zh(), subject.en(), names.desksOfSubject(subject.id()))));
        List<String> kinds =
                Arrays.stream(CountKind.values()).map(CountKind::topicSuffix).toList();
        return new VocabularyView("Asia/Shanghai", desks, subjects, kinds, List.of(EntityType.values()));
    }

    /**
     * Answers a request under {@code /api}.
     *
     * @param path the segments after it, decoded
     * @param query as in the request line; null when there is none
     * @return the answer; empty when there is no such path
     */
    Optional<Answer> answer(List<String> path, @Nullable String query) throws ProblemException {
        String first = path.get(0);
        if (path.size() == 1) {
            return single(first, query);
        }
        if (first.equals("counts") && path.size() == 2) {
            return Optional.of(Answer.json(
                    counts.counts(CountQuery.kind(path.get(1)), Query.parse(query, CountQuery.COUNTS_PARAMETERS))));
        }
        if (first.equals("counts") && path.size() == 3 && path.get(2).equals("timeline")) {
            return Optional.of(Answer.json(
                    counts.timeline(CountQuery.kind(path.get(1)), Query.parse(query, CountQuery.TIMELINE_PARAMETERS))));
        }
        if (first.equals("items") && path.size() == 2) {
            none(query);
            return Optional.of(Answer.json(items.item(path.get(1))));
        }
        if (first.equals("items") && path.size() == 4 && path.get(2).equals("versions")) {
            none(query);
            return Optional.of(Answer.jsonText(items.version(path.get(1), path.get(3))));
        }
        if (first.equals("entities") && path.size() == 2) {
            return Optional.of(Answer.json(entities.entity(path.get(1), Query.parse(query, EntityQuery.PARAMETERS))));
        }
        return Optional.empty();
    }

    private Optional<Answer> single(String name, @Nullable String query) throws ProblemException {
        return switch (name) {
            case "vocabulary" -> Optional.of(none(query, vocabulary));
            case "now" -> Optional.of(Answer.json(now.now(Query.parse(query, NowQuery.NOW_PARAMETERS))));
            case "risers" -> Optional.of(Answer.json(now.risers(Query.parse(query, NowQuery.RISERS_PARAMETERS))));
            case "items" -> Optional.of(Answer.json(items.items(Query.parse(query, ItemQuery.PARAMETERS))));
            case "entities" ->
                Optional.of(Answer.json(counts.entities(Query.parse(query, CountQuery.ENTITIES_PARAMETERS))));
            case "events" -> Optional.of(Answer.json(events.events(Query.parse(query, EventQuery.PARAMETERS))));
            case "calendar.ics" ->
                Optional.of(new Answer(200, CALENDAR, events.calendar(Query.parse(query, EventQuery.PARAMETERS))));
            case "pipeline" -> {
                none(query);
                yield Optional.of(Answer.json(pipeline.view()));
            }
            case "openapi.yaml" -> Optional.of(none(query, document));
            default -> Optional.empty();
        };
    }

    private static void none(@Nullable String query) throws ProblemException {
        Query.parse(query, Set.of());
    }

    private static Answer none(@Nullable String query, Answer answer) throws ProblemException {
        none(query);
        return answer;
    }

    /** What is measured. */
    Answer metrics() {
        return new Answer(200, Metrics.CONTENT_TYPE, metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the process should go on. */
    Answer alive() {
        Throwable failure = reader.failure();
        return failure == null
                ? Answer.json(new Health("ok", null))
                : Answer.json(503, new Health("failed", "the output topics can no longer be read; see the log"));
    }

    /** Whether it has read what was there when it started. */
    Answer ready() {
        if (reader.failure() != null) {
            return alive();
        }
        return reader.isCaughtUp()
                ? Answer.json(new Health("ok", null))
                : Answer.json(503, new Health("starting", "%,d records are still to be read".formatted(reader.lag())));
    }
}
