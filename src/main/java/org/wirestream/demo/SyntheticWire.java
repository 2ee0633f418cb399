package org.wirestream.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wirestream.dashboard.Dashboard;
import org.wirestream.wire.ItemTime;

/**
 * A wire that never ends, for demonstration: stories written for this project with other places and figures each time, sometimes
 * corrected, now and then withdrawn. Every day one theme comes up more than the others, so that something rises. The same seed and
 * times give the same wire. For one thread.
 */
final class SyntheticWire {
    private static final String RESOURCE = "live-wire.txt";
    private static final int CORRECTABLE = 12;
    private static final double CORRECTION = 0.06;
    private static final double WITHDRAWAL = 0.015;
    private static final double THEME_OF_DAY = 0.35;

    private final List<Story> stories;
    private final List<String> themes;
    private final RandomGenerator random;
    private final String run;
    /** What was sent last and may be corrected or withdrawn. */
    private final Deque<Message> recent = new ArrayDeque<>();

    private long number;

    /**
     * A wire.
     *
     * @param run part of the ids, so that two runs on the same data have items of their own
     */
    SyntheticWire(long seed, String run) {
        this.stories = read();
        this.themes = stories.stream().map(Story::theme).distinct().toList();
        this.random = new SplittableRandom(seed);
        this.run = run;
    }

    /**
     * What is sent.
     *
     * @param text null withdraws the item
     * @param time the item's own time
     */
    record Message(String id, int version, @Nullable String text, OffsetDateTime time) {}

    private static List<Story> read() {
        String all;
        try (InputStream in = SyntheticWire.class.getResourceAsStream(RESOURCE)) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        List<Story> stories = new ArrayList<>();
        for (String block : all.split("\n\\s*\n", -1)) {
            String story = block.strip();
            if (story.startsWith("[")) {
                int close = story.indexOf("]\n");
                stories.add(new Story(story.substring(1, close), story.substring(close + 2)));
            }
        }
        return List.copyOf(stories);
    }

    /** The next message, dated at a time. */
    Message next(OffsetDateTime time) {
        double luck = random.nextDouble();
        if (luck < CORRECTION + WITHDRAWAL && !recent.isEmpty()) {
            Message last = recent.remove();
            return luck < WITHDRAWAL
                    ? new Message(last.id(), last.version() + 1, null, time)
                    : remember(new Message(last.id(), last.version() + 1, corrected(last), time));
        }
        String text = story(time)
                .tell(random, time.atZoneSameInstant(ItemTime.WIRE_ZONE).toLocalDate());
        return remember(new Message("%s%s:%d".formatted(Dashboard.INVENTED, run, ++number), 1, text, time));
    }

    private Story story(OffsetDateTime time) {
        long day = time.atZoneSameInstant(ItemTime.WIRE_ZONE).toLocalDate().toEpochDay();
        String theme = themes.get((int) Math.floorMod(day * 3, (long) themes.size()));
        List<Story> from = random.nextDouble() < THEME_OF_DAY
                ? stories.stream().filter(story -> story.theme().equals(theme)).toList()
                : stories;
        return from.get(random.nextInt(from.size()));
    }

    private Message remember(Message message) {
        recent.add(message);
        if (recent.size() > CORRECTABLE) {
            recent.remove();
        }
        return message;
    }

    /** The text with the word for a correction before its headline, and its last paragraph taken out or one more put in. */
    private String corrected(Message message) {
        String text = message.text() == null ? "" : message.text();
        List<String> lines = new ArrayList<>(text.lines().toList());
        String headline = lines.get(0);
        lines.set(0, headline.startsWith("更正：") ? headline : "更正：" + headline);
        if (lines.size() > 3 && random.nextBoolean()) {
            lines.remove(lines.size() - 1);
        } else {
            lines.add("有关部门%d日补充说，统计数字仍在核实。"
                    .formatted(
                            message.time().atZoneSameInstant(ItemTime.WIRE_ZONE).getDayOfMonth()));
        }
        return String.join("\n", lines);
    }
}
