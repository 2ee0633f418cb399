package org.wirestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirestream.deploy.DeployedFiles.DEPLOY;
import static org.wirestream.deploy.DeployedFiles.alerts;
import static org.wirestream.deploy.DeployedFiles.manifests;
import static org.wirestream.deploy.DeployedFiles.read;
import static org.wirestream.deploy.DeployedFiles.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;

/** What {@code deploy/} says, held against what the program has: its settings, metrics, ports and documents. */
class DeploymentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern METRIC = Pattern.compile("\\b(?:wirestream|kafka|jvm|process)_[a-z0-9_]+");
    private static final Pattern HISTOGRAM_PART = Pattern.compile("(_seconds)_(?:bucket|sum|count)$");

    private final String operations = read(Path.of("docs/operations.md"));
    private final JsonNode compose = DeployedFiles.compose();

    private static List<JsonNode> workloads() {
        return Stream.of(manifests("StatefulSet"), manifests("Deployment"), manifests("Job"))
                .flatMap(List::stream)
                .toList();
    }

    private static Set<String> metrics(String expression) {
        Set<String> names = new TreeSet<>();
        // What stands in quotes is a label's value, what stands in braces after by a label.
        Matcher metric = METRIC.matcher(expression.replaceAll("\"[^\"]*\"", ""));
        while (metric.find()) {
            names.add(HISTOGRAM_PART.matcher(metric.group()).replaceAll("$1"));
        }
        return names;
    }

    private Set<String> documented() {
        Set<String> names = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\|")
                .matcher(operations.substring(operations.indexOf("## Metrics"), operations.indexOf("## Logs")));
        while (row.find()) {
            names.add(row.group(1));
        }
        return names;
    }

    private static JsonNode dashboard() throws IOException {
        return JSON.readTree(
                DEPLOY.resolve("grafana/dashboards/wirestream.json").toFile());
    }

    @Test
    void shouldShowAndWatchOnlyMetricsThatAreDocumented() throws IOException {
        Set<String> shown = new TreeSet<>();
        dashboard().findValuesAsText("expr").forEach(expression -> shown.addAll(metrics(expression)));
        Set<String> watched = new TreeSet<>();
        alerts().forEach(alert -> watched.addAll(metrics(alert.path("expr").asText())));
        assertThat(documented()).containsAll(shown).containsAll(watched);
        assertThat(watched).hasSizeGreaterThan(5);
        assertThat(shown)
                .as("every metric of the pipeline's own is somewhere on the dashboard")
                .containsAll(documented().stream()
                        .filter(name -> name.startsWith("wirestream_"))
                        .toList());
    }

    private static Set<String> jobs(JsonNode prometheus) {
        Set<String> jobs = new TreeSet<>();
        prometheus
                .path("scrape_configs")
                .forEach(job -> jobs.add(job.path("job_name").asText()));
        return jobs;
    }

    @Test
    void shouldScrapeWhatComposeStarts() {
        JsonNode prometheus = yaml(DEPLOY.resolve("prometheus/prometheus.yml")).get(0);
        assertThat(jobs(prometheus)).containsExactlyInAnyOrderElementsOf(watchedJobs());
        prometheus.path("scrape_configs").forEach(job -> {
            JsonNode found = job.path("dns_sd_configs").get(0);
            String service = found.path("names").get(0).asText();
            SettingKey port = service.equals("dashboard") ? SettingKey.DASHBOARD_PORT : SettingKey.METRICS_PORT;
            assertThat(compose.path("services").has(service)).as(service).isTrue();
            assertThat(found.path("port").asText())
                    .isEqualTo(Settings.load(Map.of(), Map.of(), null).get(port));
        });
    }

    /** The selectors and relabelling only: Debian's Prometheus is made without Kubernetes. */
    @Test
    void shouldScrapeThePodsOfTheManifests() {
        JsonNode prometheus = yaml(DEPLOY.resolve("prometheus/kubernetes.yml")).get(0);
        assertThat(jobs(prometheus)).containsExactlyInAnyOrderElementsOf(watchedJobs());
        prometheus.path("scrape_configs").forEach(job -> {
            JsonNode selector =
                    job.path("kubernetes_sd_configs").get(0).path("selectors").get(0);
            JsonNode pod = workloads().stream()
                    .map(workload -> workload.path("spec").path("template"))
                    .filter(template -> selector.path("label")
                            .asText()
                            .equals(template.path("metadata").path("labels").properties().stream()
                                    .map(label -> label.getKey() + "="
                                            + label.getValue().asText())
                                    .collect(Collectors.joining(","))))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no pods are " + selector));
            assertThat(pod.path("spec")
                            .path("containers")
                            .get(0)
                            .path("ports")
                            .get(0)
                            .path("name")
                            .asText())
                    .matches(job.path("relabel_configs").get(0).path("regex").asText());
        });
    }

    private static Set<String> watchedJobs() {
        return Pattern.compile("job=\"([^\"]+)\"")
                .matcher(read(DEPLOY.resolve("prometheus/alerts.yml")))
                .results()
                .map(job -> job.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void shouldSayOfEachAlertWhatItMeansAndWhatToDo() {
        Set<String> explained = new TreeSet<>();
        Matcher section = Pattern.compile("(?ms)^### (Wirestream[A-Za-z]+)\\R\\*[^*]+\\*.*?^- Do: .*?(?=^##)")
                .matcher(read(Path.of("docs/runbook.md")));
        while (section.find()) {
            explained.add(section.group(1));
        }
        assertThat(alerts().stream().map(alert -> alert.path("alert").asText()))
                .containsExactlyInAnyOrderElementsOf(explained);
    }

    @Test
    void shouldAskTheDataSourceThatIsProvisioned() throws IOException {
        JsonNode source = yaml(DEPLOY.resolve("grafana/provisioning/datasources/prometheus.yml"))
                .get(0)
                .path("datasources")
                .get(0);
        assertThat(source.path("url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(dashboard().findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(used -> assertThat(used.path("uid")).isEqualTo(source.path("uid")));
    }

    @Test
    void shouldGiveNoSettingThatTheProgramDoesNotKnow() throws IOException {
        Map<String, String> environment = new TreeMap<>();
        Matcher variable = Pattern.compile("\\b(WIRESTREAM_[A-Z_]+)=(?:\"([^\"]*)\"|(\\S+))")
                .matcher(read(DEPLOY.resolve("Dockerfile")));
        while (variable.find()) {
            environment.put(variable.group(1), variable.group(2) == null ? variable.group(3) : variable.group(2));
        }
        assertThat(environment).hasSizeGreaterThan(4);
        compose.path("services")
                .forEach(service -> service.path("environment").properties().stream()
                        .filter(entry -> entry.getKey().startsWith("WIRESTREAM_"))
                        .forEach(entry ->
                                environment.put(entry.getKey(), entry.getValue().asText())));
        manifests("ConfigMap")
                .forEach(map -> map.path("data")
                        .properties()
                        .forEach(entry ->
                                environment.put(entry.getKey(), entry.getValue().asText())));
        manifests("Secret")
                .forEach(map -> map.path("stringData")
                        .properties()
                        .forEach(entry ->
                                environment.put(entry.getKey(), entry.getValue().asText())));
        Settings settings = Settings.load(Map.of(), environment, null);
        assertThat(settings.effective())
                .filteredOn(entry -> entry.origin().contains("WIRESTREAM_"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void shouldGiveContainersNoRightsTheyDoNotNeed() throws IOException {
        for (String name : List.of("topics", "pipeline", "dashboard")) {
            JsonNode service = compose.path("services").path(name);
            assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            assertThat(service.path("cap_drop").toString()).as(name).isEqualTo("[\"ALL\"]");
            assertThat(service.path("tmpfs").get(0).asText()).as(name).startsWith("/tmp:exec");
            assertThat(service.has("mem_limit")).as(name).isTrue();
        }
        assertThat(workloads()).hasSize(3).allSatisfy(workload -> {
            JsonNode pod = workload.path("spec").path("template").path("spec");
            assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean())
                    .isTrue();
            // A service's name and port come as WIRESTREAM_DASHBOARD_PORT and would be taken for a setting.
            assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
            JsonNode container = pod.path("containers").get(0);
            assertThat(container
                            .path("securityContext")
                            .path("readOnlyRootFilesystem")
                            .asBoolean())
                    .isTrue();
            assertThat(container.path("resources").path("limits").has("memory")).isTrue();
        });
        assertThat(read(DEPLOY.resolve("Dockerfile"))).contains("\nUSER 10001:10001\n");
    }

    @Test
    void shouldGiveTheImagesBuildWhatTheArchivesHold() {
        List<String> given = read(DEPLOY.resolve("Dockerfile.dockerignore"))
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        List<String> held = Pattern.compile("<(?:directory|source)>([^<]+)<")
                .matcher(read(Path.of("src/dist/common.xml")))
                .results()
                .map(file -> file.group(1))
                .filter(file -> !file.startsWith("target"))
                .toList();
        assertThat(held)
                .hasSizeGreaterThan(8)
                .allSatisfy(file -> assertThat(given).contains(file.split("/", -1)[0]));
    }

    @Test
    void shouldLookAfterTheHealthOfEveryServiceThatStays() {
        compose.path("services").properties().stream()
                .filter(service -> service.getValue().path("restart").asText().equals("unless-stopped"))
                .filter(service -> !service.getKey().equals("pipeline"))
                .forEach(service -> assertThat(
                                service.getValue().path("healthcheck").path("test"))
                        .as(service.getKey())
                        .isNotEmpty());
        compose.path("services").properties().stream()
                .filter(service -> service.getValue().path("image").asText().startsWith("apache/kafka:"))
                .forEach(broker -> assertThat(broker.getValue()
                                .path("healthcheck")
                                .path("test")
                                .path(1)
                                .asText())
                        .as("a Java machine of its own beside " + broker.getKey())
                        .contains("KAFKA_HEAP_OPTS=-Xmx64m "));
        assertThat(read(DEPLOY.resolve("Dockerfile")))
                .as("the pipeline's is the image's")
                .contains("\nHEALTHCHECK ");
    }

    @Test
    void shouldProbeLivenessAndReadinessAndKeepPodsThroughMaintenance() throws IOException {
        Set<String> guarded = new TreeSet<>();
        manifests("PodDisruptionBudget")
                .forEach(budget -> guarded.add(
                        budget.path("spec").path("selector").path("matchLabels").toString()));
        for (JsonNode workload : Stream.concat(manifests("StatefulSet").stream(), manifests("Deployment").stream())
                .toList()) {
            JsonNode spec = workload.path("spec");
            JsonNode container =
                    spec.path("template").path("spec").path("containers").get(0);
            for (Map.Entry<String, String> probe : Map.of(
                            "startupProbe", "/livez", "livenessProbe", "/livez", "readinessProbe", "/readyz")
                    .entrySet()) {
                JsonNode get = container.path(probe.getKey()).path("httpGet");
                assertThat(get.path("path").asText()).isEqualTo(probe.getValue());
                assertThat(container.path("ports").findValuesAsText("name"))
                        .contains(get.path("port").asText());
            }
            JsonNode selector = spec.path("selector").path("matchLabels");
            assertThat(spec.path("template").path("metadata").path("labels")).isEqualTo(selector);
            assertThat(guarded).contains(selector.toString());
        }
        assertThat(manifests("StatefulSet").get(0).path("spec").path("volumeClaimTemplates"))
                .hasSize(1);
    }

    @Test
    void shouldStartOneBrokerOrThreeUnderOneName() {
        Map<String, List<String>> profiles = new TreeMap<>();
        compose.path("services")
                .properties()
                .forEach(service -> service.getValue()
                        .path("profiles")
                        .forEach(profile -> profiles.computeIfAbsent(profile.asText(), p -> new ArrayList<>())
                                .add(service.getKey())));
        assertThat(profiles).containsOnlyKeys("one", "three");
        assertThat(profiles.get("one")).containsExactly("kafka");
        assertThat(profiles.get("three")).hasSize(3).allSatisfy(broker -> {
            JsonNode service = compose.path("services").path(broker);
            assertThat(service.path("networks").path("default").path("aliases").toString())
                    .isEqualTo("[\"kafka\"]");
            JsonNode environment = service.path("environment");
            assertThat(environment.path("KAFKA_CONTROLLER_QUORUM_VOTERS").asText())
                    .contains(environment.path("KAFKA_NODE_ID").asText() + "@" + broker + ":9093");
            assertThat(environment.path("KAFKA_ADVERTISED_LISTENERS").asText())
                    .contains("BROKER://" + broker + ":9092");
        });
        assertThat(read(Path.of(".env"))).contains("\nCOMPOSE_PROFILES=one\n");
    }

    @Test
    void shouldPublishNothingBeyondTheMachineAndPinEveryImage() {
        compose.path("services").properties().forEach(service -> {
            service.getValue()
                    .path("ports")
                    .forEach(port ->
                            assertThat(port.asText()).as(service.getKey()).startsWith("127.0.0.1:"));
            assertThat(service.getValue().path("image").asText())
                    .as(service.getKey())
                    .matches(".+:v?\\d+\\.\\d+\\.\\d+");
        });
    }
}
