package org.wirestream.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files that users deploy with, as they stand in the project. */
final class DeployedFiles {
    static final Path DEPLOY = Path.of("deploy");
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeployedFiles() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a YAML file. */
    static List<JsonNode> yaml(Path file) {
        List<JsonNode> documents = new ArrayList<>();
        new Yaml().loadAll(read(file)).forEach(document -> documents.add(JSON.valueToTree(document)));
        return documents;
    }

    static JsonNode compose() {
        return yaml(Path.of("docker-compose.yml")).get(0);
    }

    /** Everything in {@code deploy/kubernetes}. */
    static List<JsonNode> manifests() {
        try (Stream<Path> files = Files.list(DEPLOY.resolve("kubernetes"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> yaml(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> manifests(String kind) {
        return manifests().stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }

    static List<JsonNode> alerts() {
        List<JsonNode> alerts = new ArrayList<>();
        yaml(DEPLOY.resolve("prometheus/alerts.yml"))
                .get(0)
                .path("groups")
                .forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }
}
