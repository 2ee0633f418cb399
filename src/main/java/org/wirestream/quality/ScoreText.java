package org.wirestream.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A score in words and as JSON. */
public final class ScoreText {
    private ScoreText() {}

    /** A table, a line a measure. */
    public static String table(Scorer.Score score) {
        List<String> lines = new ArrayList<>();
        lines.add("%-12s %9s %9s %9s %6s".formatted("measure", "precision", "recall", "F1", "gold"));
        score.measures()
                .forEach((name, m) -> lines.add(String.format(
                        Locale.ROOT,
                        "%-12s %9.4f %9.4f %9.4f %6d",
                        name,
                        m.precision(),
                        m.recall(),
                        m.f1(),
                        m.gold())));
        lines.add(String.format(
                Locale.ROOT,
                "subjects macro-F1 %.4f; desk of the primary subject right %.4f",
                score.macroF1(),
                score.primaryDesk()));
        List<String> subjects = new ArrayList<>();
        score.subjectF1().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(e -> subjects.add(String.format(Locale.ROOT, "%s %.2f", e.getKey(), e.getValue())));
        lines.add("F1 per subject: " + String.join(", ", subjects));
        if (score.missing() > 0 || score.differing() > 0) {
            lines.add("paragraphs missing %d, with another text %d".formatted(score.missing(), score.differing()));
        }
        return String.join("\n", lines);
    }

    /** One JSON object. */
    public static String json(Scorer.Score score) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode json = mapper.createObjectNode();
        score.measures().forEach((name, m) -> {
            ObjectNode node = json.putObject(name);
            node.put("precision", m.precision());
            node.put("recall", m.recall());
            node.put("f1", m.f1());
            node.put("gold", m.gold());
        });
        json.put("subjectsMacroF1", score.macroF1());
        json.put("primaryDesk", score.primaryDesk());
        ObjectNode subjects = json.putObject("subjectF1");
        score.subjectF1().forEach(subjects::put);
        json.put("missing", score.missing());
        json.put("differing", score.differing());
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree always serialises", e);
        }
    }
}
