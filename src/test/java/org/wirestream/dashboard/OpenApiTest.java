package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private final OpenApi document = OpenApi.load();

    @Test
    void shouldNameTheParametersThatEachPathTakes() {
        Map<String, Set<String>> taken = new TreeMap<>();
        taken.put("/api/vocabulary", Set.of());
        taken.put("/api/now", NowQuery.NOW_PARAMETERS);
        taken.put("/api/risers", NowQuery.RISERS_PARAMETERS);
        taken.put("/api/counts/{kind}", CountQuery.COUNTS_PARAMETERS);
        taken.put("/api/counts/{kind}/timeline", CountQuery.TIMELINE_PARAMETERS);
        taken.put("/api/items", ItemQuery.PARAMETERS);
        taken.put("/api/items/{id}", Set.of());
        taken.put("/api/items/{id}/versions/{version}", Set.of());
        taken.put("/api/entities", CountQuery.ENTITIES_PARAMETERS);
        taken.put("/api/entities/{id}", EntityQuery.PARAMETERS);
        taken.put("/api/calendar.ics", EventQuery.PARAMETERS);
        taken.put("/api/events", EventQuery.PARAMETERS);
        taken.put("/api/stream", Set.of("desk"));
        taken.put("/api/pipeline", Set.of());
        taken.put("/api/openapi.yaml", Set.of());
        taken.put("/livez", Set.of());
        taken.put("/readyz", Set.of());
        taken.put("/metrics", Set.of());

        assertThat(document.queryParameters()).isEqualTo(taken);
    }

    @Test
    void shouldShowExamplesThatKeepItsOwnSchemas() {
        assertThat(document.exampleErrors()).isEmpty();
    }
}
