package org.wirestream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirestream.document.EngineVersions;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Thresholds;
import org.wirestream.subject.Vocabulary;

class EnricherTest {
    @Test
    void shouldTellByTheEngineThatAnOperatorSetThresholds() {
        String plain = "wirestream/" + Version.current() + " fast";
        assertThat(versions(Thresholds.NONE).engine()).isEqualTo(plain);

        Thresholds set = new Thresholds(Map.of("law", 60));
        assertThat(versions(set).engine()).isEqualTo(plain + " " + set.version());
        assertThat(versions(set).uri()).isEqualTo("urn:wirestream:" + Version.current() + ":fast:" + set.version());
    }

    @Test
    void shouldReadATextOfItsOwnToWarmUp() {
        Enricher enricher = Enricher.load(Engine.FAST);
        assertThat(enricher.warmUp()).isSameAs(enricher);
    }

    private static EngineVersions versions(Thresholds thresholds) {
        Vocabulary vocabulary = Vocabulary.load();
        return Enricher.load(Engine.FAST, vocabulary, Desks.load(vocabulary), thresholds)
                .versions();
    }
}
