package org.wirestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wirestream.deploy.DeployedFiles.DEPLOY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts and panels as Prometheus itself takes them: by {@code promtool}, of Debian's package {@code prometheus}. */
class AlertRulesTest {
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Path PROMETHEUS = DEPLOY.resolve("prometheus");

    /** A query that a document shows, with what it is for behind. */
    private static final Pattern QUERY = Pattern.compile("(?m)^((?:sum|histogram_quantile)\\(.*?)\\s+# .*$");

    @TempDir
    Path directory;

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), "Debian's prometheus is not installed");
        List<String> command = new ArrayList<>(List.of(PROMTOOL.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void shouldBeAConfigurationOfPrometheus() throws Exception {
        promtool("check", "config", PROMETHEUS.resolve("prometheus.yml").toString());
    }

    @Test
    void shouldFireWhenTheyShouldAndNotElse() throws Exception {
        promtool("test", "rules", PROMETHEUS.resolve("alerts.test.yml").toString());
    }

    @Test
    void shouldBeSeenToFireAndToBeSilentEach() {
        Set<String> fired = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (JsonNode test :
                DeployedFiles.yaml(PROMETHEUS.resolve("alerts.test.yml")).get(0).path("tests")) {
            test.path("alert_rule_test")
                    .forEach(seen -> (seen.has("exp_alerts") ? fired : silent)
                            .add(seen.path("alertname").asText()));
        }
        List<String> alerts = DeployedFiles.alerts().stream()
                .map(alert -> alert.path("alert").asText())
                .toList();
        assertThat(fired).containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(silent).containsExactlyInAnyOrderElementsOf(alerts);
    }

    @Test
    void shouldAskInPanelsAndDocumentsWhatPrometheusUnderstands() throws Exception {
        List<String> queries = new ArrayList<>();
        new ObjectMapper()
                .readTree(DEPLOY.resolve("grafana/dashboards/wirestream.json").toFile())
                .findValuesAsText("expr")
                .forEach(query -> queries.add(query.replace("$__rate_interval", "5m")));
        assertThat(queries).hasSizeGreaterThan(20);
        List<String> documented = QUERY.matcher(DeployedFiles.read(Path.of("docs/operations.md")))
                .results()
                .map(query -> query.group(1))
                .toList();
        assertThat(documented).hasSize(3);
        queries.addAll(documented);
        List<Map<String, String>> rules = new ArrayList<>();
        for (String query : queries) {
            rules.add(Map.of("record", "query:" + rules.size(), "expr", query));
        }
        Path file = directory.resolve("queries.yml");
        // JSON is YAML.
        new ObjectMapper()
                .writeValue(file.toFile(), Map.of("groups", List.of(Map.of("name", "queries", "rules", rules))));
        promtool("check", "rules", file.toString());
    }
}
