package org.wirestream.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.subject.Desks;

/** Every count, worked out anew and in the plainest way from the records of {@code wire.items}. */
final class PlainRecount {
    private final Desks desks;
    private final Map<String, long[]> counts = new TreeMap<>();

    private PlainRecount(Desks desks) {
        this.desks = desks;
    }

    /** The counts, each as {@code <topic's last part> <day, hour or nothing> <id>} and items, paragraphs and mentions. */
    static Map<String, List<Long>> of(Collection<JsonNode> items, Desks desks) {
        PlainRecount recount = new PlainRecount(desks);
        items.stream()
                .filter(item -> item.path("pubStatus").asText().equals("usable"))
                .forEach(recount::item);
        return listed(recount.counts);
    }

    /** What the counts topics say, in the same shape. */
    static Map<String, List<Long>> published(Map<String, Map<String, JsonNode>> topics) {
        Map<String, long[]> counts = new TreeMap<>();
        topics.forEach((topic, records) -> {
            if (topic.startsWith("wire.counts.")) {
                records.values()
                        .forEach(count -> counts.put(
                                topic.substring("wire.counts.".length())
                                        + " " + count.path("day").asText()
                                        + count.path("hour").asText()
                                        + " " + count.path("id").asText(),
                                new long[] {
                                    count.path("items").asLong(),
                                    count.path("paragraphs").asLong(),
                                    count.path("mentions").asLong()
                                }));
            }
        });
        return listed(counts);
    }

    private static Map<String, List<Long>> listed(Map<String, long[]> counts) {
        Map<String, List<Long>> listed = new TreeMap<>();
        counts.forEach((key, count) -> listed.put(key, List.of(count[0], count[1], count[2])));
        return listed;
    }

    private void item(JsonNode item) {
        JsonNode enrichment = item.path("enrichment");
        Map<String, long[]> own = new TreeMap<>();
        long body = 0;
        for (JsonNode paragraph : enrichment.path("paragraphs")) {
            boolean isBody = paragraph.path("kind").asText().equals("body");
            body += isBody ? 1 : 0;
            Set<String> here = new HashSet<>();
            for (JsonNode subject : paragraph.path("subjects")) {
                String id = subject.path("subject").asText();
                long evidence = subject.path("evidence").size();
                add(own, here, "subjects", id, evidence);
                for (String desk : desks.desksOf(List.of(new SubjectAssignment(id, 0, 0, List.of())))) {
                    add(own, here, "desks", desk, evidence);
                }
            }
            if (isBody && paragraph.path("subjects").isEmpty()) {
                add(own, here, "unclassified", "unclassified", 0);
            }
            for (JsonNode mention : enrichment.path("mentions")) {
                if (mention.path("paragraph").equals(paragraph.path("paragraph"))) {
                    String entity = mention.path("entity").asText();
                    add(own, here, "entities", entity, 1);
                    if (entity.startsWith("country:")) {
                        add(own, here, "countries", entity.substring("country:".length()), 1);
                    }
                }
            }
        }
        JsonNode wire = enrichment.path("wire");
        own.put("agencies " + wire.path("agency").asText(), new long[] {1, body, 1});
        for (JsonNode place : wire.path("dateline").path("places")) {
            own.put("datelines " + place.asText(), new long[] {1, body, 1});
        }
        own.put("languages " + item.path("language").asText(), new long[] {1, body, 1});
        spread(
                own,
                OffsetDateTime.parse(item.path("versionCreated").asText())
                        .atZoneSameInstant(ZoneId.of("Asia/Shanghai")));
    }

    private static void add(Map<String, long[]> own, Set<String> here, String kind, String id, long mentions) {
        String key = kind + " " + id;
        long[] count = own.computeIfAbsent(key, k -> new long[] {1, 0, 0});
        count[1] += here.add(key) ? 1 : 0;
        count[2] += mentions;
    }

    private void spread(Map<String, long[]> own, ZonedDateTime time) {
        own.forEach((key, count) -> {
            String kind = key.substring(0, key.indexOf(' '));
            String id = key.substring(key.indexOf(' ') + 1);
            List<String> rows = new ArrayList<>();
            rows.add(kind + " " + time.toLocalDate() + " " + id);
            rows.add("total." + kind + "  " + id);
            if (time.toLocalTime().toSecondOfDay() > 0) {
                String hour = time.truncatedTo(ChronoUnit.HOURS).toLocalDateTime() + ":00+08:00";
                rows.add("hourly." + kind + " " + hour + " " + id);
            }
            for (String row : rows) {
                long[] sum = counts.computeIfAbsent(row, r -> new long[3]);
                for (int i = 0; i < 3; i++) {
                    sum[i] += count[i];
                }
            }
        });
    }
}
