package org.wirestream.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes raw records as a feed sends them: new stories, repeats, corrections, versions out of order or in conflict, withdrawals, and
 * poison among them. The same seed makes the same records. For one thread.
 */
final class InputGenerator {
    private static final List<String> PLACES = List.of("里斯本", "阿斯塔纳", "日内瓦", "东京", "内罗毕", "巴西利亚", "雅加达", "开罗");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Map<String, String> NONE = Map.of();

    private final Random random;
    private final List<String> sentences;
    private final List<Story> stories = new ArrayList<>();
    private final List<Input> sent = new ArrayList<>();

    InputGenerator(long seed) {
        random = new Random(seed);
        sentences = sentences();
    }

    /** A story whose versions can follow one another: all have one key, so that they keep their order. */
    private static final class Story {
        private final String key;
        private final int number;
        private final boolean versioned;
        private int version = 1;

        Story(int number, boolean versioned) {
            this.key = "urn:chaos:" + number;
            this.number = number;
            this.versioned = versioned;
        }
    }

    /** The next records. */
    List<Input> next(int count) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Input input = next();
            inputs.add(input);
            sent.add(input);
        }
        return inputs;
    }

    private Input next() {
        int roll = stories.isEmpty() ? 0 : random.nextInt(100);
        if (roll < 45) {
            return story();
        }
        if (roll < 60) {
            return sent.get(random.nextInt(sent.size()));
        }
        Story story = stories.get(random.nextInt(stories.size()));
        if (roll < 75) {
            return correction(story);
        }
        if (roll < 82) {
            return withdrawal(story);
        }
        if (roll < 87) {
            return stale(story);
        }
        return poison();
    }

    private Input story() {
        int number = sent.size();
        if (random.nextInt(4) == 0) {
            // Nothing follows it but repeats: without a key, versions could overtake one another.
            return new Input(null, text(number, 1, StandardCharsets.UTF_8), NONE, false);
        }
        Story story = new Story(number, random.nextInt(3) == 0);
        stories.add(story);
        return version(story);
    }

    private Input version(Story story) {
        if (story.versioned) {
            return new Input(story.key, ninjs(story, story.version), Map.of("content-type", "application/json"), false);
        }
        Charset charset = random.nextInt(4) == 0 ? GB18030 : StandardCharsets.UTF_8;
        return new Input(story.key, text(story.number, story.version, charset), NONE, false);
    }

    private Input correction(Story story) {
        story.version++;
        return version(story);
    }

    private Input withdrawal(Story story) {
        story.version++;
        if (story.versioned) {
            String canceled = "{\"uri\":\"%s\",\"version\":\"%d\",\"pubStatus\":\"canceled\"}"
                    .formatted(story.key, story.version);
            return new Input(story.key, utf8(canceled), NONE, false);
        }
        if (random.nextBoolean()) {
            return new Input(story.key, null, NONE, false);
        }
        return new Input(
                story.key,
                text(story.number, story.version, StandardCharsets.UTF_8),
                Map.of("wire-status", "canceled"),
                false);
    }

    /** An older version that comes late, or the present one with other content, which is refused. */
    private Input stale(Story story) {
        int version = random.nextBoolean() ? story.version : Math.max(1, story.version - 1);
        return new Input(
                story.key,
                text(story.number, 1000 + random.nextInt(1000), StandardCharsets.UTF_8),
                Map.of("wire-version", Integer.toString(version)),
                false);
    }

    private Input poison() {
        return switch (random.nextInt(8)) {
            case 0 -> poison(NONE, new byte[0]);
            case 1 -> poison(NONE, utf8(" \n\u3000\n"));
            case 2 -> poison(NONE, utf8("{\"uri\":"));
            case 3 -> poison(NONE, utf8("新华社\u0000北京"));
            case 4 -> poison(NONE, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
            case 5 -> poison(NONE, utf8("长".repeat(30_000)));
            case 6 -> poison(Map.of("wire-date", "yesterday"), text(sent.size(), 1, StandardCharsets.UTF_8));
            default -> poison(Map.of("content-type", "image/png"), utf8("图"));
        };
    }

    private static Input poison(Map<String, String> headers, byte[] value) {
        return new Input(null, value, headers, true);
    }

    private byte[] text(int number, int version, Charset charset) {
        List<String> body = body(number, version);
        String place = place(number);
        return """
                %s（国际）%s要闻第%d号
                新华社%s3月%d日电（记者李四）%s
                """.formatted(version > 1 ? "更正：" : "", place, number, place, 1 + number % 5, String.join("\n", body))
                .getBytes(charset);
    }

    private byte[] ninjs(Story story, int version) {
        return utf8(
                "{\"uri\":\"%s\",\"version\":\"%d\",\"versionCreated\":\"2026-03-%02dT08:00:00+08:00\",\"headlines\":[{\"value\":\"%s要闻第%d号\"}],\"bodies\":[{\"value\":\"%s\"}]}"
                        .formatted(
                                story.key,
                                version,
                                1 + story.number % 5,
                                place(story.number),
                                story.number,
                                String.join("\\n", body(story.number, version))));
    }

    /** The same story and version always say the same. */
    private List<String> body(int number, int version) {
        Random words = new Random(number * 31L + version);
        List<String> body = new ArrayList<>();
        int paragraphs = 1 + words.nextInt(3);
        for (int i = 0; i < paragraphs; i++) {
            body.add(sentences
                    .get(words.nextInt(sentences.size()))
                    .replace("{n}", Integer.toString(1 + words.nextInt(300)))
                    .replace("{place}", PLACES.get(words.nextInt(PLACES.size()))));
        }
        return body;
    }

    private static String place(int number) {
        return PLACES.get(number % PLACES.size());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> sentences() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                InputGenerator.class.getResourceAsStream("sentences.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
