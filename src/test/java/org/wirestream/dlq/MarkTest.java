package org.wirestream.dlq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirestream.contract.AsyncApi;

/** What is written of a dead letter that was sent back, held against the document of the topics. */
class MarkTest {
    private static final AsyncApi CONTRACT = AsyncApi.load();

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static DeadLetter letter(String key, String value) {
        ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>("wire.dlq", 0, 17, bytes(key), bytes(value));
        message.headers()
                .add("wire-dlq-reason", bytes("JSON_SYNTAX"))
                .add("wire-dlq-time", bytes("2026-03-02T04:00:00Z"))
                .add("__streams.errors.message", bytes("the JSON does not parse"))
                .add("__streams.errors.topic", bytes("wire.raw"))
                .add("__streams.errors.partition", bytes("2"))
                .add("__streams.errors.offset", bytes("118"));
        return new DeadLetter(message);
    }

    @ParameterizedTest
    @CsvSource({"urn:x:a,text", "urn:x:a,", ",text"})
    void shouldMarkALetterAsTheDocumentSays(String key, String value) {
        DeadLetter letter = letter(key, value);
        assertThat(CONTRACT.payloadErrors("redriven", LetterText.mark(letter))).isEmpty();
        assertThat(CONTRACT.keyErrors("redriven", letter.id().toString())).isEmpty();
    }

    @Test
    void shouldBeRefusedByTheDocumentWhenItSaysMore() {
        String mark = LetterText.mark(letter("urn:x:a", "text"));
        assertThat(CONTRACT.payloadErrors("redriven", mark.replace("{\"id\"", "{\"more\":1,\"id\"")))
                .isNotEmpty();
    }
}
