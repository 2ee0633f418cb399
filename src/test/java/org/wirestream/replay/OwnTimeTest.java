package org.wirestream.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.wirestream.wire.Limits;

class OwnTimeTest {
    private static final String TEXT = "标题一则\n新华社里斯本2026年3月1日电 葡萄牙总统会见联合国秘书长。";

    private final OwnTime times = new OwnTime(Limits.DEFAULT);

    private Instant of(String contentType, String text, Manifest.Entry entry) {
        return times.of(new RawRecord("a", contentType, text.getBytes(UTF_8), entry));
    }

    @Test
    void shouldBelieveTheManifestThenTheDocumentThenTheText() {
        OffsetDateTime date = OffsetDateTime.parse("2026-03-02T10:00:00+08:00");

        assertThat(of(RawRecord.TEXT, TEXT, new Manifest.Entry(null, date, null)))
                .isEqualTo(Instant.parse("2026-03-02T02:00:00Z"));
        assertThat(of(
                        RawRecord.JSON,
                        "{\"uri\":\"urn:x:a\",\"versionCreated\":\"2026-03-01T15:00:00Z\",\"bodies\":[{\"value\":\"一段。\"}]}",
                        Manifest.Entry.NOTHING))
                .isEqualTo(Instant.parse("2026-03-01T15:00:00Z"));
        assertThat(of(RawRecord.TEXT, TEXT, Manifest.Entry.NOTHING))
                .as("midnight in Beijing")
                .isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    }

    @Test
    void shouldKnowNothingOfATextWithoutADateOrOfWhatIsNoItem() {
        assertThat(of(RawRecord.TEXT, "标题一则\n葡萄牙总统会见联合国秘书长。", Manifest.Entry.NOTHING))
                .isNull();
        assertThat(of(RawRecord.JSON, "{\"uri\":", Manifest.Entry.NOTHING)).isNull();
    }
}
