package org.wirestream.quality;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirestream.terminal.SafeText;
import org.wirestream.terminal.Screen;
import org.wirestream.terminal.Table;

/** Scores as a table to read, or as JSON. Stateless. */
public final class ScoreReport {
    /** Their errors are those of {@code entities}, which are listed. */
    private static final Set<String> PARTS_OF_ENTITIES = Set.of("PER", "LOC", "ORG");

    private final Screen screen;

    /** @param screen where the table goes */
    public ScoreReport(Screen screen) {
        this.screen = screen;
    }

    /**
     * A table for each measure, every line with its end.
     *
     * @param errors how many errors of each measure are listed at most
     */
    public String table(Scores scores, int errors) {
        Table measures = new Table(screen, "measure", "F1", "precision", "recall", "gold");
        scores.measures()
                .forEach((name, m) -> measures.row(
                        name, percent(m.f1()), percent(m.precision()), percent(m.recall()), String.valueOf(m.gold())));
        StringBuilder report = new StringBuilder(measures.render());
        report.append('\n')
                .append("desk of the main subject  %s of %d paragraphs that have one\n"
                        .formatted(percent(scores.primaryDesk()), scores.primaries()))
                .append("subjects, macro F1        %s over %d subjects\n"
                        .formatted(
                                percent(scores.subjectMacroF1()),
                                scores.subjectF1().size()))
                .append("paragraphs                %d, %d missing, %d with another text\n"
                        .formatted(scores.paragraphs(), scores.missing(), scores.textDiffers()));
        if (!scores.subjectF1().isEmpty()) {
            Table subjects = new Table(screen, "subject", "F1");
            scores.subjectF1().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .forEach(entry -> subjects.row(entry.getKey(), percent(entry.getValue())));
            report.append('\n').append(subjects.render());
        }
        return report.append(errors(scores, errors)).toString();
    }

    private static String errors(Scores scores, int most) {
        if (most <= 0) {
            return "";
        }
        return scores.measures().keySet().stream()
                .filter(measure -> !PARTS_OF_ENTITIES.contains(measure))
                .map(measure -> errors(
                        measure,
                        scores.errors().stream()
                                .filter(error -> error.measure().equals(measure))
                                .toList(),
                        most))
                .collect(Collectors.joining());
    }

    private static String errors(String measure, List<Scores.Error> errors, int most) {
        if (errors.isEmpty()) {
            return "";
        }
        long missed = errors.stream().filter(Scores.Error::missed).count();
        return errors.stream()
                .limit(most)
                .map(ScoreReport::line)
                .collect(Collectors.joining(
                        "", "\n%s: %d missed, %d wrong\n".formatted(measure, missed, errors.size() - missed), ""));
    }

    private static String line(Scores.Error error) {
        String where = error.text().isEmpty()
                ? ""
                : "  %s【%s】%s"
                        .formatted(SafeText.of(error.before()), SafeText.of(error.text()), SafeText.of(error.after()));
        return "  %-6s  %s  %s#%d%s\n"
                .formatted(
                        error.missed() ? "missed" : "wrong",
                        SafeText.of(error.label()),
                        SafeText.of(error.doc()),
                        error.para(),
                        where);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", 100 * value);
    }

    /** One JSON object, without a line end; figures are 0 to 1. */
    public String json(Scores scores) {
        ObjectNode json = JsonMapper.builder().build().createObjectNode();
        scores.measures().forEach((name, m) -> {
            ObjectNode node = json.putObject(name);
            node.put("precision", m.precision());
            node.put("recall", m.recall());
            node.put("f1", m.f1());
            node.put("gold", m.gold());
            if (name.equals("subjects")) {
                node.put("macroF1", scores.subjectMacroF1());
            }
        });
        ObjectNode primary = json.putObject("primaryDesk");
        primary.put("accuracy", scores.primaryDesk());
        primary.put("gold", scores.primaries());
        ObjectNode subjects = json.putObject("perSubjectF1");
        scores.subjectF1().forEach(subjects::put);
        ObjectNode paragraphs = json.putObject("paragraphs");
        paragraphs.put("gold", scores.paragraphs());
        paragraphs.put("missing", scores.missing());
        paragraphs.put("textDiffers", scores.textDiffers());
        return json.toString();
    }
}
