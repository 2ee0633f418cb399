package org.wirestream.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import org.wirestream.doctor.Finding.Verdict;

/** Findings for people and for programs. */
public final class FindingText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FindingText() {}

    /** One line a finding, with how to mend it below, and what it comes to. */
    public static String table(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append("%-8s %-14s %s%n".formatted(name(finding.verdict()), name(finding.check()), finding.text()));
            if (finding.mend() != null) {
                text.append("%-8s %-14s -> %s%n".formatted("", "", finding.mend()));
            }
        }
        long problems = count(findings, Verdict.PROBLEM);
        long warnings = count(findings, Verdict.WARNING);
        text.append(
                problems + warnings == 0
                        ? "nothing stands in the way"
                        : "problems: %d, warnings: %d".formatted(problems, warnings));
        return text.toString();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).count();
    }

    /** One JSON array on one line. */
    public static String json(List<Finding> findings) {
        try {
            return MAPPER.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings cannot be written as JSON", e);
        }
    }
}
