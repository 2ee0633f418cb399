import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows wire.items. Run it with: java -cp "target/lib/*" examples/WireConsumer.java 127.0.0.1:9092 */
public class WireConsumer {
    public static void main(String[] arguments) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", arguments[0]);
        properties.put("group.id", "newsroom");
        properties.put("isolation.level", "read_committed"); // Only what a transaction has made final.
        properties.put("auto.offset.reset", "earliest"); // The topic holds the latest version of every item.
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("wire.items"));
            while (true) {
                for (ConsumerRecord<String, String> item : consumer.poll(Duration.ofSeconds(1))) {
                    String version = header(item, "ce_itemversion");
                    if (item.value() == null) {
                        System.out.printf("withdrawn %s version %s%n", item.key(), version);
                    } else {
                        System.out.printf("published %s version %s: %s%n", item.key(), version, item.value());
                    }
                }
                consumer.commitSync(); // After the work: an item may come twice, never not at all. Keep its version.
            }
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "?" : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
