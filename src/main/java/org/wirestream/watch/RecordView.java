package org.wirestream.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Shows records. What comes from the wire cannot act on the terminal: control characters are shown or escaped, never sent. */
public interface RecordView {
    /** Prints one record. */
    void print(ConsumerRecord<byte @Nullable [], byte @Nullable []> message, PrintStream out);

    /**
     * One JSON object a line: {@code topic}, {@code partition}, {@code offset}, {@code timestamp} (ISO 8601), {@code key},
     * {@code headers} (the last of each name) and {@code value}. A JSON object or array is embedded as such, other text as a string,
     * and bytes that are not UTF-8 as base64, which {@code keyEncoding} or {@code valueEncoding} then says.
     */
    static RecordView json() {
        return new JsonView();
    }

    /**
     * One line a record, in words.
     *
     * @param prefix what the topics' names begin with
     * @param items shows enriched items
     */
    static RecordView readable(String prefix, BiConsumer<JsonNode, PrintStream> items) {
        return new ReadableView(prefix, items);
    }
}
