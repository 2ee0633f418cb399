package org.wirestream.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.contract.AsyncApi;

/** What is written of what somebody did, held against the document of the topics. */
class AuditFormatTest {
    private static final Instant BEGUN = Instant.parse("2026-03-02T04:15:00Z");
    private static final Instant WRITTEN = Instant.parse("2026-03-02T04:16:07.123Z");
    private static final AuditEntry RUNNING = new AuditEntry(
            "20260302-041500-7f3a",
            "replay",
            AuditEntry.State.RUNNING,
            new Operator("li", "ops-1", "0.1.0"),
            BEGUN,
            WRITTEN,
            "archive/ to wire.raw",
            null,
            null);

    @ParameterizedTest
    @EnumSource(AuditEntry.State.class)
    void shouldWriteWhatTheDocumentSaysAndReadItAgain(AuditEntry.State state) throws IOException {
        AuditEntry entry = RUNNING.ended(new AuditEntry.Outcome(state, "sent 3 records"));

        String json = AuditFormat.write(entry);

        assertThat(AsyncApi.load().payloadErrors("auditEntry", json)).isEmpty();
        assertThat(AuditFormat.read(json.getBytes(UTF_8), WRITTEN)).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"id\":1}", "no JSON"})
    void shouldRefuseWhatIsNoEntry(String text) {
        assertThatThrownBy(() -> AuditFormat.read(text.getBytes(UTF_8), WRITTEN))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldTellPeopleWhoDidWhatWhenAndHowItEnded() {
        AuditEntry ended = RUNNING.ended(
                new AuditEntry.Outcome(AuditEntry.State.STOPPED, "sent 3 records\nstopped; resume with --skip 3"));

        assertThat(AuditText.table(List.of(ended)).lines())
                .containsExactly(
                        "20260302-041500-7f3a  replay        stopped   li@ops-1  2026-03-02T04:15:00Z to 2026-03-02T04:16:07Z",
                        "    archive/ to wire.raw",
                        "    sent 3 records",
                        "    stopped; resume with --skip 3");
        assertThat(AuditText.table(List.of())).isEqualTo("nothing was done yet");
    }

    @Test
    void shouldNotLetAnEntryActOnTheTerminal() {
        AuditEntry entry = RUNNING.ended(new AuditEntry.Outcome(AuditEntry.State.FAILED, "\u001B[2J gone"));

        assertThat(AuditText.table(List.of(entry))).doesNotContain("\u001B");
    }
}
