package org.wirestream.quality;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wirestream.terminal.Style;

/** A score in words and as JSON. */
public final class ScoreText {
    /** Parts of {@code entities}: what is wrong there is listed once. */
    private static final Set<String> PARTS = Set.of("PER", "LOC", "ORG");

    private ScoreText() {}

    /** A table, a line a measure, and what is not a measure of its own below. */
    public static String table(Scorer.Score score) {
        List<String> lines = new ArrayList<>();
        lines.add("%-12s %9s %9s %9s %6s".formatted("measure", "precision", "recall", "F1", "gold"));
        score.measures()
                .forEach((name, m) -> lines.add(
                        line("%-12s %9.4f %9.4f %9.4f %6d", name, m.precision(), m.recall(), m.f1(), m.gold())));
        lines.add("");
        lines.add(line("desk of the primary subject right %.4f of %d", score.primaryDesk(), score.primaries()));
        lines.add(line(
                "subjects macro-F1 %.4f over %d subjects",
                score.macroF1(), score.subjectF1().size()));
        score.subjectF1().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(subject -> lines.add(line("  %.4f  %s", subject.getValue(), subject.getKey())));
        lines.add(line(
                "paragraphs %d, missing %d, with another text %d",
                score.paragraphs(), score.missing(), score.differing()));
        return String.join("\n", lines);
    }

    /**
     * What was missed and what was wrong, with the text around it.
     *
     * @param most how many are listed at most for each measure
     */
    public static String errors(Scorer.Score score, int most) {
        List<String> lines = new ArrayList<>();
        for (String measure : score.measures().keySet()) {
            List<Disagreement> some = score.disagreements().stream()
                    .filter(d -> d.measure().equals(measure) && !PARTS.contains(measure))
                    .toList();
            if (!some.isEmpty()) {
                long missed = some.stream().filter(Disagreement::missed).count();
                lines.add(line("%n%s: %d missed, %d wrong", measure, missed, some.size() - missed));
                some.stream().limit(most).map(ScoreText::line).forEach(lines::add);
            }
        }
        return String.join("\n", lines);
    }

    private static String line(Disagreement d) {
        String where = d.text().isEmpty() ? "" : "  …%s【%s】%s…".formatted(d.before(), d.text(), d.after());
        return Style.harmless("  %-6s %-5s %s p%02d%s"
                .formatted(d.missed() ? "missed" : "wrong", d.label(), d.doc(), d.para(), where));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** One JSON object; figures have four digits. */
    public static String json(Scorer.Score score) {
        ObjectNode json = JsonMapper.builder().build().createObjectNode();
        score.measures().forEach((name, m) -> {
            ObjectNode node = json.putObject(name);
            node.put("precision", rounded(m.precision()));
            node.put("recall", rounded(m.recall()));
            node.put("f1", rounded(m.f1()));
            node.put("gold", m.gold());
            if (name.equals("subjects")) {
                node.put("macroF1", rounded(score.macroF1()));
            }
        });
        ObjectNode primary = json.putObject("primaryDesk");
        primary.put("accuracy", rounded(score.primaryDesk()));
        primary.put("gold", score.primaries());
        ObjectNode subjects = json.putObject("perSubjectF1");
        score.subjectF1().forEach((subject, f1) -> subjects.put(subject, rounded(f1)));
        ObjectNode paragraphs = json.putObject("paragraphs");
        paragraphs.put("gold", score.paragraphs());
        paragraphs.put("missing", score.missing());
        paragraphs.put("textDiffers", score.differing());
        return json.toString();
    }

    private static double rounded(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
    }
}
