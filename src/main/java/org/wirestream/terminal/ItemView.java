package org.wirestream.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Vocabulary;

/** Prints an enriched item, as it stands in {@code wire.items}, for people. */
public final class ItemView {
    private static final String INDENT = "      ";

    private final Style style;
    private final Vocabulary vocabulary;
    private final Desks desks;
    private final MarkedText marked;

    /** The vocabulary and desks give the labels. */
    public ItemView(Style style, Vocabulary vocabulary, Desks desks) {
        this.style = style;
        this.vocabulary = vocabulary;
        this.desks = desks;
        this.marked = new MarkedText(style);
    }

    /** Prints what the colours or brackets mean. */
    public void legend(PrintStream out) {
        StringBuilder legend = new StringBuilder();
        for (String type : List.of("PER", "LOC", "ORG", "DOC", "EVENT")) {
            legend.append(style.paint(type, MarkedText.COLOURS.getOrDefault(type, "1")))
                    .append(' ');
        }
        out.println(legend + "· " + style.faint("pNN 桌面 desk | 主题 subject (confidence)"));
    }

    /** Prints one item. */
    public void print(JsonNode item, PrintStream out) {
        JsonNode enrichment = item.path("enrichment");
        out.println();
        out.println(style.faint("─".repeat(Math.min(style.width(), 100))));
        out.println(head(item, enrichment));
        String headline = item.path("headlines").path(0).path("value").asText("");
        if (!headline.isEmpty()) {
            out.println(style.bold(Style.harmless(headline)));
        }
        String about = subjects(enrichment.path("subjects"));
        if (!about.isEmpty()) {
            out.println(style.faint("主题 ") + about);
        }
        Map<String, List<JsonNode>> mentions = byParagraph(enrichment.path("mentions"));
        Map<String, List<JsonNode>> dates = byParagraph(enrichment.path("dates"));
        JsonNode parts = item.path("associations");
        for (int i = 0; i < parts.size(); i++) {
            String id = parts.get(i).path("name").asText();
            paragraph(parts.get(i), enrichment.path("paragraphs").path(i), mentions.getOrDefault(id, List.of()), out);
            dates(dates.getOrDefault(id, List.of()), out);
        }
        relations(enrichment, out);
    }

    private String head(JsonNode item, JsonNode enrichment) {
        StringBuilder head = new StringBuilder();
        append(head, item.path("copyrightHolder").asText(""));
        append(head, item.path("located").asText(""));
        append(
                head,
                enrichment
                        .path("wire")
                        .path("dateline")
                        .path("date")
                        .asText(item.path("versionCreated").asText()));
        append(head, item.path("by").asText(""));
        for (JsonNode signal : enrichment.path("wire").path("signals")) {
            append(head, "<" + signal.asText() + ">");
        }
        String id =
                "  " + item.path("uri").asText() + " v" + item.path("version").asText();
        return style.bold(Style.harmless(head.toString())) + style.faint(Style.harmless(id));
    }

    private static void append(StringBuilder head, String part) {
        if (!part.isEmpty()) {
            head.append(head.isEmpty() ? "" : " · ").append(part);
        }
    }

    private void paragraph(JsonNode part, JsonNode enriched, List<JsonNode> mentions, PrintStream out) {
        String text = part.path("bodies").path(0).path("value").asText();
        List<String> names = new ArrayList<>();
        enriched.path("desks").forEach(desk -> names.add(desks.label(desk.asText())));
        String about = subjects(enriched.path("subjects"));
        String margin = style.faint(part.path("name").asText()) + "  "
                + (names.isEmpty()
                        ? style.faint(enriched.path("kind").asText())
                        : style.paint(String.join(" ", names), "1;37;44"))
                + (about.isEmpty() ? "" : "  " + about);
        out.println(margin);
        marked.lines(text, mentions, INDENT).forEach(out::println);
    }

    private String subjects(JsonNode subjects) {
        List<String> names = new ArrayList<>();
        for (JsonNode subject : subjects) {
            names.add(vocabulary.require(subject.path("subject").asText()).zh()
                    + style.faint(" " + subject.path("confidence").asInt()));
        }
        return String.join("  ", names);
    }

    private void dates(List<JsonNode> dates, PrintStream out) {
        if (!dates.isEmpty()) {
            List<String> shown = new ArrayList<>();
            dates.forEach(date -> shown.add(Style.harmless(date.path("text").asText()) + "="
                    + date.path("iso").asText()));
            out.println(style.faint(INDENT + "日期 " + String.join("  ", shown)));
        }
    }

    private void relations(JsonNode enrichment, PrintStream out) {
        List<String> lines = new ArrayList<>();
        enrichment
                .path("aliases")
                .forEach(alias -> lines.add("别称 %s = %s"
                        .formatted(
                                alias.path("name").asText(),
                                alias.path("entity").asText())));
        enrichment
                .path("roles")
                .forEach(role -> lines.add("职务 %s %s%s"
                        .formatted(
                                role.path("person").asText(),
                                role.path("office").asText(),
                                owner(role))));
        enrichment
                .path("datedEvents")
                .forEach(event -> lines.add("事件 %s %s %s"
                        .formatted(
                                event.path("when").asText(),
                                event.path("name").asText(),
                                event.path("where").asText(""))));
        int statements = enrichment.path("statements").size();
        if (statements > 0) {
            lines.add("表态 %d 处".formatted(statements));
        }
        lines.forEach(line -> out.println(style.faint(INDENT + Style.harmless(line))));
    }

    private static String owner(JsonNode role) {
        String owner = role.path("organisation").asText(role.path("country").asText(""));
        return owner.isEmpty() ? "" : " (" + owner + ")";
    }

    private static Map<String, List<JsonNode>> byParagraph(JsonNode nodes) {
        Map<String, List<JsonNode>> grouped = new HashMap<>();
        nodes.forEach(node -> grouped.computeIfAbsent(node.path("paragraph").asText(), p -> new ArrayList<>())
                .add(node));
        return grouped;
    }
}
