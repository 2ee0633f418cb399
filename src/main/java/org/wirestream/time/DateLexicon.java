package org.wirestream.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words of dates and around dates, read from resource files. Immutable. */
final class DateLexicon {
    /** Why a word beside a number matters; {@code context-words.txt} says it of each class. */
    enum Cue {
        RECURRING_BEFORE,
        OTHER_CALENDAR_BEFORE,
        DURATION_BEFORE,
        NO_DURATION_BEFORE,
        NO_DAY_AFTER,
        DAY_AFTER,
        NO_MONTH_AFTER,
        MONTH_AFTER,
        NO_YEAR_AFTER,
        ASIDE_BEFORE,
        ASIDE_AFTER,
        DISTANT_BEFORE,
        DELIVERY_AFTER,
        FUTURE_NEARBY,
        SEASON_AFTER,
        EVENT_NAME,
        EVENT_BREAK
    }

    /**
     * A word such as 去年 or 当天.
     *
     * @param unit what it names
     * @param ref its distance
     */
    record RelativeWord(Unit unit, Ref ref) {}

    private final Map<String, RelativeWord> relative = new HashMap<>();
    private final WordSet relativeWords;
    private final WordSet fixedPhrases;
    private final Map<Cue, WordSet> cues = new EnumMap<>(Cue.class);

    DateLexicon() {
        for (String line : lines("relative-words.txt")) {
            String[] field = line.split(" ", -1);
            Ref ref = new Ref(Ref.Base.valueOf(field[2]), Integer.parseInt(field[3]));
            relative.put(field[0], new RelativeWord(Unit.valueOf(field[1]), ref));
        }
        relativeWords = new WordSet(relative.keySet());
        fixedPhrases = new WordSet(lines("fixed-phrases.txt"));
        for (String line : lines("context-words.txt")) {
            String[] entry = line.split(": ", 2);
            Cue cue = Cue.valueOf(entry[0].replace('-', '_').toUpperCase(Locale.ROOT));
            cues.put(cue, new WordSet(List.of(entry[1].split(" ", -1))));
        }
    }

    /** One past the relative word that begins at an offset; the offset itself when none does. */
    int endOfRelative(String text, int begin) {
        return relativeWords.endOf(text, begin);
    }

    /** What a relative word means; null when it is none. */
    @Nullable
    RelativeWord relative(String word) {
        return relative.get(word);
    }

    /** One past the phrase without a date that begins at an offset; the offset itself when none does. */
    int endOfFixedPhrase(String text, int begin) {
        return fixedPhrases.endOf(text, begin);
    }

    /** The words of a class. */
    WordSet cue(Cue cue) {
        return Objects.requireNonNull(cues.get(cue));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(DateLexicon.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
