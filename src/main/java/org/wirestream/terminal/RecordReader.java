package org.wirestream.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.wirestream.document.EntityType;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Subject;
import org.wirestream.subject.Vocabulary;
import org.wirestream.terminal.ItemRecord.ParagraphRecord;
import org.wirestream.terminal.ItemRecord.Span;
import org.wirestream.terminal.ItemRecord.Topic;

/** Reads a record of {@code wire.items}. What is missing is left out. */
final class RecordReader {
    private final Vocabulary vocabulary;
    private final Desks desks;

    /** The vocabulary and desks give the labels. */
    RecordReader(Vocabulary vocabulary, Desks desks) {
        this.vocabulary = vocabulary;
        this.desks = desks;
    }

    /** Reads an enriched item. */
    ItemRecord read(JsonNode item) {
        JsonNode enrichment = item.path("enrichment");
        JsonNode wire = enrichment.path("wire");
        List<ParagraphRecord> paragraphs = paragraphs(item, enrichment);
        return new ItemRecord(
                item.at("/headlines/0/value").asText(),
                signals(item, wire),
                present(
                        item.path("copyrightHolder").asText(),
                        item.path("located").asText(),
                        date(item, wire),
                        item.path("by").asText()),
                present(
                        item.path("uri").asText(),
                        "version " + item.path("version").asText(),
                        item.path("language").asText()),
                topics(enrichment.path("subjects")),
                paragraphs,
                new NoteReader(enrichment, texts(paragraphs)).notes());
    }

    private static List<String> signals(JsonNode item, JsonNode wire) {
        String status = item.path("pubStatus").asText();
        Stream<String> all = Stream.of(
                        status.equals("usable") ? Stream.<String>empty() : Stream.of(status),
                        strings(wire.path("signals")).stream(),
                        strings(wire.path("headlineMarkers")).stream())
                .flatMap(signals -> signals);
        return all.filter(signal -> !signal.isEmpty())
                .map(signal -> signal.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static String date(JsonNode item, JsonNode wire) {
        String dateline = wire.at("/dateline/date").asText();
        return dateline.isEmpty() ? day(item.path("versionCreated").asText()) : dateline;
    }

    private static String day(String dateTime) {
        int time = dateTime.indexOf('T');
        return time < 0 ? dateTime : dateTime.substring(0, time);
    }

    private List<ParagraphRecord> paragraphs(JsonNode item, JsonNode enrichment) {
        Map<String, JsonNode> analyses = new HashMap<>();
        enrichment
                .path("paragraphs")
                .forEach(node -> analyses.put(node.path("paragraph").asText(), node));
        Map<String, List<JsonNode>> mentions = byParagraph(enrichment.path("mentions"));
        Map<String, List<JsonNode>> dates = byParagraph(enrichment.path("dates"));
        JsonNode nothing = enrichment.path("none");
        return stream(item.path("associations"))
                .map(part -> {
                    String id = part.path("name").asText();
                    String text = part.at("/bodies/0/value").asText();
                    JsonNode analysis = analyses.getOrDefault(id, nothing);
                    return new ParagraphRecord(
                            id,
                            analysis.path("kind").asText(),
                            text,
                            strings(analysis.path("desks")).stream()
                                    .map(this::desk)
                                    .toList(),
                            topics(analysis.path("subjects")),
                            spans(text, mentions.getOrDefault(id, List.of()), dates.getOrDefault(id, List.of())));
                })
                .toList();
    }

    private static Map<String, List<JsonNode>> byParagraph(JsonNode nodes) {
        Map<String, List<JsonNode>> byParagraph = new HashMap<>();
        nodes.forEach(node -> byParagraph
                .computeIfAbsent(node.path("paragraph").asText(), id -> new ArrayList<>())
                .add(node));
        return byParagraph;
    }

    private static Map<String, String> texts(List<ParagraphRecord> paragraphs) {
        Map<String, String> texts = new HashMap<>();
        paragraphs.forEach(paragraph -> texts.put(paragraph.id(), paragraph.text()));
        return texts;
    }

    private static List<Span> spans(String text, List<JsonNode> mentions, List<JsonNode> dates) {
        List<Span> all = new ArrayList<>();
        mentions.forEach(node ->
                all.add(span(node, Look.of(EntityType.valueOf(node.path("type").asText())))));
        dates.forEach(node -> all.add(span(node, Look.DATE)));
        all.sort(Comparator.comparingInt(Span::begin));
        List<Span> apart = new ArrayList<>();
        int end = 0;
        for (Span span : all) {
            if (span.begin() >= end && span.end() > span.begin() && span.end() <= text.length()) {
                apart.add(span);
                end = span.end();
            }
        }
        return apart;
    }

    private static Span span(JsonNode node, Look look) {
        return new Span(node.path("begin").asInt(), node.path("end").asInt(), look);
    }

    private List<Topic> topics(JsonNode subjects) {
        return stream(subjects)
                .map(node -> new Topic(
                        subject(node.path("subject").asText()),
                        node.path("confidence").asInt()))
                .toList();
    }

    /** The id, which names the desk's topic, and the label. */
    private String desk(String id) {
        String label = desks.label(id);
        return label.equals(id) ? id : id + " " + label;
    }

    private String subject(String id) {
        return vocabulary.subject(id).map(Subject::zh).orElse(id);
    }

    private static List<String> present(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).toList();
    }

    private static List<String> strings(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
