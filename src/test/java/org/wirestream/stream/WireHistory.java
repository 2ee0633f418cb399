package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A random history of a few items, as feeds send them: versions in and out of order, repeats, replays, corrections,
 * withdrawals, items that come back, withheld ones, dates that change. Beside it runs what a reader expects of each item.
 */
final class WireHistory {
    private static final List<String> ITEMS = List.of("urn:h:a", "urn:h:b", "urn:h:c", "urn:h:d", "urn:h:e");
    private static final List<String> PLACES = List.of("北京", "东京", "阿斯塔纳", "日内瓦");
    private static final List<String> DATES = List.of(
            "2026-03-01",
            "2026-03-02",
            "2026-03-02T09:15:00+08:00",
            "2026-03-02T09:59:59+08:00",
            "2026-03-01T20:00:00Z");
    private static final List<String> SENTENCES = List.of(
            "联合国秘书长古特雷斯呼吁各方保持克制。",
            "外交部发言人说，中国和哈萨克斯坦将举行会谈，双方签署了合作协定。",
            "日本气象厅说，当天发生6.1级地震，救援人员已赶赴灾区搜救被困人员。",
            "上海合作组织成员国举行联合反恐演习，打击恐怖主义。",
            "这家企业去年出口增长，外贸总额创新高，股市上涨。",
            "天气晴朗，公园里有不少游人。",
            "哈薩克斯坦總統會見聯合國秘書長，雙方討論經濟合作。");

    private final Random random;
    private final Map<String, Story> stories = new TreeMap<>();
    private int messages;

    WireHistory(long seed) {
        random = new Random(seed);
        ITEMS.forEach(id -> stories.put(id, new Story(id, random.nextBoolean())));
    }

    /** One record of the raw topic. */
    record Message(String key, String text, List<String> headers, long version, String status) {}

    /** An item: what was sent of it so far, and which message is the one in force. */
    private static final class Story {
        private final String id;
        private final boolean versioned;
        private final List<Message> sent = new ArrayList<>();
        private Message inForce;

        Story(String id, boolean versioned) {
            this.id = id;
            this.versioned = versioned;
        }

        void send(Message message) {
            boolean isNew = !sent.contains(message);
            if (isNew) {
                sent.add(message);
            }
            if (inForce == null || (versioned ? message.version() > inForce.version() : isNew)) {
                inForce = message;
            }
        }
    }

    /** What happens next; a replay is several records. */
    List<Message> next() {
        Story story = stories.get(ITEMS.get(random.nextInt(ITEMS.size())));
        int what = random.nextInt(10);
        List<Message> messages = List.of();
        if (what < 6 || story.sent.isEmpty()) {
            messages = List.of(message(story));
        } else if (what < 8) {
            messages = List.of(story.sent.get(random.nextInt(story.sent.size())));
        } else if (what == 8) {
            messages = List.copyOf(story.sent);
        } else {
            messages = List.of(late(story));
        }
        messages.forEach(story::send);
        return messages;
    }

    /** Sends what happens next to the raw topic, and waits until it is there. */
    void send(Producer<byte[], byte[]> producer, int events) throws Exception {
        for (int event = 0; event < events; event++) {
            for (Message message : next()) {
                ProducerRecord<byte[], byte[]> raw =
                        new ProducerRecord<>("wire.raw", bytes(message.key()), bytes(message.text()));
                for (int i = 0; i < message.headers().size(); i += 2) {
                    raw.headers()
                            .add(
                                    message.headers().get(i),
                                    bytes(message.headers().get(i + 1)));
                }
                producer.send(raw).get();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Message message(Story story) {
        return message(story, story.sent.size() * 10L + 10);
    }

    /** A version between those that were sent, which comes after a newer one; without versions there is no such thing. */
    private Message late(Story story) {
        long version = 10L * (random.nextInt(story.sent.size()) + 1) + 1 + random.nextInt(8);
        boolean taken = story.sent.stream().anyMatch(sent -> sent.version() == version);
        return story.versioned && !taken ? message(story, version) : message(story);
    }

    private Message message(Story story, long version) {
        int luck = random.nextInt(10);
        String status = luck < 7 ? "usable" : luck < 9 ? "canceled" : "withheld";
        StringBuilder text = new StringBuilder("（国际）第%d稿%n".formatted(++messages));
        text.append("新华社%s3月2日电（记者张三）".formatted(any(PLACES)));
        int paragraphs = 1 + random.nextInt(3);
        for (int i = 0; i < paragraphs; i++) {
            text.append(any(SENTENCES))
                    .append(random.nextBoolean() ? any(SENTENCES) : "")
                    .append('\n');
        }
        List<String> headers = new ArrayList<>(List.of("wire-date", any(DATES), "wire-status", status));
        if (story.versioned) {
            headers.addAll(List.of("wire-version", Long.toString(version)));
        }
        return new Message(story.id, text.toString(), headers, version, status);
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** For each item that is published now, the first line of its text: it says which message it must come from. */
    Map<String, String> published() {
        Map<String, String> published = new TreeMap<>();
        stories.values().forEach(story -> {
            if (story.inForce != null && !story.inForce.status().equals("canceled")) {
                published.put(story.id, story.inForce.text().lines().findFirst().orElseThrow());
            }
        });
        return published;
    }
}
