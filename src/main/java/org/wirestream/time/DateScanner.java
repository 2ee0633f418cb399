package org.wirestream.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds calendar expressions in folded text. Each begins at a digit or at a word of a closed list, and every part has a
 * fixed greatest length, so scanning is linear in the length of the text. Immutable.
 */
final class DateScanner {
    private static final String N = "[" + Numerals.CLASS + "]";
    private static final String YEAR = "(?<year>[12]\\d{3}|[一二]" + N + "{3})";
    private static final String MONTH = "(?<month>" + N + "{1,3})";
    private static final String DAY = "(?<day>" + N + "{1,3})";
    private static final String PART = "(?:(?<part>前三|前两|前二|第?[一二三四1-4])(?<quarter>季度)|(?<half>上半年|下半年))";
    private static final Pattern WEEKDAY = Pattern.compile("(?<week>上上|上|本|这|下)个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])");
    private static final Pattern SEPARATED =
            Pattern.compile("(?<year>[12]\\d{3})(?<sep>[-./])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?![\\d%])");
    private static final Pattern YEARS = Pattern.compile(
            "(?<first>(?:19|20)\\d{2})(?:年)?(?:-|—{1,2}|~|至|到)(?<last>(?:19|20)\\d{2})(?:(?<unit>年度?)(?!代)|(?![\\d年.%]))");
    private static final Pattern MONTHS =
            Pattern.compile("(?<first>\\d{1,2})(?:-|—{1,2}|~|至|到)(?<last>\\d{1,2})月份?(?!" + N + ")");
    private static final Pattern JOIN = Pattern.compile(" ?(?:-{1,2}|—{1,2}|~|至|到) ?");
    private static final Pattern NOT_AFTER_DAY = Pattern.compile("元|本[^报台次月周]|内|均|线|游|程|龄|后?起?内|常|益|渐|化|光");

    private final Map<String, RelativeWord> words = new HashMap<>();
    private final Pattern wordPattern;
    private final Pattern date;

    DateScanner() {
        for (String line : lines("relative-words.tsv")) {
            String[] f = line.split("\t", -1);
            words.put(
                    f[0],
                    new RelativeWord(
                            f[0],
                            RelativeWord.Unit.valueOf(f[1].toUpperCase(Locale.ROOT)),
                            f[2].equals("context"),
                            Integer.parseInt(f[3]),
                            f.length > 4 ? f[4] : ""));
        }
        String any = words.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining("|"));
        wordPattern = Pattern.compile("(?<word>" + any + ")");
        // Year and what it governs; month and day; day alone.
        date = Pattern.compile("(?:" + YEAR + "年(?:度(?!" + N + "))?)? ?(?:" + PART + "|" + MONTH + "月份?(?: ?" + DAY
                + "[日号])?|" + DAY.replace("<day>", "<lone>") + "日)?");
    }

    /** The expressions of a text in order, not overlapping. */
    List<Expression> scan(String text) {
        List<Expression> found = new ArrayList<>();
        boolean[] inTitle = DateContext.titles(text);
        int at = 0;
        while (at < text.length()) {
            Expression expression = startsHere(text, at) && !inTitle[at] ? expression(text, at) : null;
            if (expression == null) {
                at++;
            } else if (DateContext.isEvery(text, at)) {
                at = expression.end();
            } else {
                found.add(expression);
                at = expression.end();
            }
        }
        return found;
    }

    private static boolean startsHere(String text, int at) {
        char c = text.charAt(at);
        boolean number = DateContext.isNumeral(c);
        return (number && (at == 0 || !DateContext.continuesNumber(text, at))) || "今去前明后上当同次翌本下昨第这".indexOf(c) >= 0;
    }

    private @Nullable Expression expression(String text, int at) {
        Expression years = years(text, at);
        if (years != null) {
            return years;
        }
        Read first = read(text, at);
        if (first == null) {
            return months(text, at, null, at);
        }
        if (first.partial.word() != null && first.partial.month() == null && first.partial.months() == null) {
            Expression months = months(text, first.end, first.partial, at);
            if (months != null) {
                return months;
            }
        } else if (first.partial.year() != null && first.partial.month() == null && first.partial.months() == null) {
            Expression months = months(text, first.end, first.partial, at);
            if (months != null) {
                return months;
            }
        }
        Matcher join = JOIN.matcher(text).region(first.end, text.length());
        if (join.lookingAt() && join.end() < text.length()) {
            Read last = read(text, join.end());
            if (last != null && isInterval(first.partial, last.partial)) {
                return new Expression(at, last.end, first.partial, last.partial, DateContext.isPlanned(text, at));
            }
        }
        return isAlone(text, at, first)
                ? new Expression(at, first.end, first.partial, null, DateContext.isPlanned(text, at))
                : null;
    }

    /** Both ends name the same unit: days to days, months to months, years to years. */
    private static boolean isInterval(Partial from, Partial to) {
        if (to.word() != null && to.word().fromContext()) {
            return false;
        }
        if (from.weekday() != null || to.weekday() != null) {
            return from.weekday() != null && to.weekday() != null;
        }
        return rank(from) == rank(to);
    }

    private static int rank(Partial partial) {
        boolean day = partial.day() != null
                || (partial.word() != null && partial.word().unit() == RelativeWord.Unit.DAY);
        boolean month = partial.month() != null
                || (partial.word() != null && partial.word().unit() == RelativeWord.Unit.MONTH);
        return day ? 3 : month ? 2 : partial.months() != null ? 4 : 1;
    }

    private static @Nullable Expression years(String text, int at) {
        Matcher m = YEARS.matcher(text).region(at, text.length());
        m.useTransparentBounds(true);
        if (!m.lookingAt()) {
            return null;
        }
        Partial first = year(Integer.parseInt(m.group("first")));
        Partial last = year(Integer.parseInt(m.group("last")));
        return new Expression(at, m.end(), first, last, false);
    }

    private static Partial year(int year) {
        return new Partial(null, year, null, null, null, null);
    }

    /** 1至5月, after a year or alone. */
    private static @Nullable Expression months(String text, int at, @Nullable Partial year, int begin) {
        Matcher m = MONTHS.matcher(text).region(at, text.length());
        m.useTransparentBounds(true);
        if (!m.lookingAt() || DateContext.isDuration(text, begin)) {
            return null;
        }
        int first = Integer.parseInt(m.group("first"));
        int last = Integer.parseInt(m.group("last"));
        if (first < 1 || first >= last || last > 12) {
            return null;
        }
        RelativeWord word = year == null ? null : year.word();
        Partial partial =
                new Partial(word, year == null ? null : year.year(), null, null, new Partial.Months(first, last), null);
        return new Expression(begin, m.end(), partial, null, false);
    }

    /** A bare day or month needs company that does not make it a duration or another word. */
    private static boolean isAlone(String text, int at, Read read) {
        Partial p = read.partial;
        if (p.word() != null || p.year() != null || p.weekday() != null || p.months() != null) {
            return p.word() == null
                    || read.end >= text.length()
                    || !startsWithAny(text, read.end, p.word().notBefore());
        }
        if (p.month() != null && p.day() != null) {
            return true;
        }
        if (DateContext.isDuration(text, at)) {
            return false;
        }
        if (p.month() == null) {
            Matcher after = NOT_AFTER_DAY.matcher(text).region(read.end, text.length());
            return !after.lookingAt();
        }
        return read.end >= text.length() || "龄期饼子球亮光色".indexOf(text.charAt(read.end)) < 0;
    }

    private static boolean startsWithAny(String text, int at, String characters) {
        return !characters.isEmpty() && characters.indexOf(text.charAt(at)) >= 0;
    }

    private record Read(Partial partial, int end) {}

    private @Nullable Read read(String text, int at) {
        Matcher weekday = WEEKDAY.matcher(text).region(at, text.length());
        if (weekday.lookingAt()) {
            return new Read(
                    new Partial(null, null, null, null, null, days(weekday.group("week"), weekday.group("weekday"))),
                    weekday.end());
        }
        Matcher separated = SEPARATED.matcher(text).region(at, text.length());
        separated.useTransparentBounds(true);
        if (separated.lookingAt()) {
            return partial(
                    null, separated, separated.group("year"), separated.group("month"), separated.group("day"), null);
        }
        Matcher word = wordPattern.matcher(text).region(at, text.length());
        if (word.lookingAt()) {
            return afterWord(text, words.get(word.group("word")), word.end());
        }
        Matcher m = date.matcher(text).region(at, text.length());
        m.useTransparentBounds(true);
        if (!m.lookingAt() || m.end() == at) {
            return null;
        }
        String lone = m.group("lone");
        String day = m.group("day") == null ? lone : m.group("day");
        if (lone != null && (m.group("year") != null || !Character.isDigit(lone.charAt(0)))) {
            return null;
        }
        if (m.group("year") != null && m.group("month") == null && m.group("part") == null && m.group("half") == null) {
            return yearAlone(text, m);
        }
        return partial(null, m, m.group("year"), m.group("month"), day, part(m));
    }

    /** 1990年代 and 2013年级 are no years. */
    private static @Nullable Read yearAlone(String text, Matcher m) {
        int end = m.end();
        while (text.charAt(end - 1) == ' ') {
            end--;
        }
        int year = Numerals.parse(m.group("year"));
        if (year < 1000 || year > 2999 || (end < text.length() && "代级".indexOf(text.charAt(end)) >= 0)) {
            return null;
        }
        return new Read(year(year), end);
    }

    private @Nullable Read afterWord(String text, @Nullable RelativeWord word, int at) {
        if (word == null) {
            return null;
        }
        Matcher m = date.matcher(text).region(at, text.length());
        m.useTransparentBounds(true);
        boolean governs = m.lookingAt() && m.end() > at && m.group("year") == null;
        Read plain = new Read(new Partial(word, null, null, null, null, null), at);
        if (!governs || word.unit() == RelativeWord.Unit.DAY) {
            return plain;
        }
        if (word.unit() == RelativeWord.Unit.MONTH) {
            Read day = m.group("lone") == null ? null : partial(word, m, null, null, m.group("lone"), null);
            return day == null ? plain : day;
        }
        if (m.group("lone") != null) {
            return plain;
        }
        Read read = partial(word, m, null, m.group("month"), m.group("day"), part(m));
        return read == null ? plain : read;
    }

    private static @Nullable Read partial(
            @Nullable RelativeWord word,
            Matcher m,
            @Nullable String year,
            @Nullable String month,
            @Nullable String day,
            Partial.@Nullable Months months) {
        Integer y = year == null ? null : Numerals.parse(year);
        Integer mo = month == null ? null : Numerals.parse(month);
        Integer d = day == null ? null : Numerals.parse(day);
        if ((mo != null && (mo < 1 || mo > 12)) || (d != null && (d < 1 || d > 31))) {
            return null;
        }
        return new Read(new Partial(word, y, mo, d, months, null), m.end());
    }

    private static Partial.@Nullable Months part(Matcher m) {
        if (m.group("half") != null) {
            return m.group("half").startsWith("上") ? new Partial.Months(1, 6) : new Partial.Months(7, 12);
        }
        String part = m.group("part");
        if (part == null) {
            return null;
        }
        if (part.startsWith("前")) {
            return new Partial.Months(1, part.endsWith("三") ? 9 : 6);
        }
        int quarter = Numerals.parse(part.replace("第", ""));
        return new Partial.Months(3 * quarter - 2, 3 * quarter);
    }

    private static int days(String week, String weekday) {
        int weeks = week.equals("上上") ? -2 : week.equals("上") ? -1 : week.equals("下") ? 1 : 0;
        int day = "一二三四五六日天".indexOf(weekday);
        return weeks * 7 + Math.min(day, 6);
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(DateScanner.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
