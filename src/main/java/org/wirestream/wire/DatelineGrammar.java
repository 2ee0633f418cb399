package org.wirestream.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a dateline in one folded line: 新华社阿斯塔纳6月9日电（记者张三 李四）, 本报讯, 中新网1月5日电, 央视网消息（新闻联播）：,
 * （中央社记者张三台北27日电）.
 *
 * <p>The forms are those of a census of some 71,000 real items. Every part of the expressions is bounded, so matching is
 * linear in the line's length.
 */
final class DatelineGrammar {
    private static final String NUMBER = "[0-9" + HanNumerals.DIGITS + "十]";
    private static final String DATE =
            "(?<date>(?:(?<year>" + NUMBER + "{4})年)?(?:(?<month>" + NUMBER + "{1,3})月)?(?<day>" + NUMBER + "{1,3})日)";
    /** Places: no punctuation but what joins or names them (“雪龙”号/南极长城站). */
    private static final String PLACES = "(?<places>[^，。；：！？（）《》\\d" + HanNumerals.DIGITS + "\\n]{0,24}?) ?";

    private static final String KIND = "(?<kind>[\\u4e00-\\u9fff]{0,5}?(?:电讯|电|讯))";

    private final Agencies agencies;
    private final Pattern filed;
    private final Pattern undated;
    private final Pattern relay;
    private final Pattern flash;
    private final Pattern bracketed;
    private static final Pattern BYLINE_BRACKET = Pattern.compile("\\G {0,4}（(?<names>[^（）。！？\\n]{2,60})）");
    private static final Pattern TITLE_MARK = Pattern.compile("\\G(?:题|题目)?[：:]");

    DatelineGrammar(Agencies agencies) {
        this.agencies = agencies;
        String agency = "(?<agency>" + agencies.pattern() + ")";
        String unit = "(?:客户端|记者站|[\\u4e00-\\u9fff]{1,4}分社)?";
        filed = Pattern.compile(agency + unit + " ?" + PLACES + DATE + "(?:（[^（）\\n]{1,12}）)?" + KIND);
        undated = Pattern.compile("\\G {0,4}" + agency + "(?<places>[\\u4e00-\\u9fff]{0,6}?)(?:讯|专讯|综合讯)(?= |（|\\z|：)");
        relay = Pattern.compile("\\G {0,4}(?:据)?" + agency + "(?<places>)消息(?:（[^（）\\n]{1,12}）)?[：，]");
        flash = Pattern.compile("\\G {0,4}" + agency + "(?<places>)(?:快讯|急电|消息)：");
        bracketed = Pattern.compile("\\G {0,4}[（〔【\\[]" + agency
                + "?(?:(?<byline>记者[^（）〔〕【】\\n]{2,16}?))?[ /／╱|]?(?<places>[\\u4e00-\\u9fff]{0,8}?)(?:" + DATE
                + ")?(?:综合)?(?:外)?(?<kind>电|报导|报道|讯)[）〕】\\]]");
    }

    /** A dateline as found; offsets are in the folded line. */
    record Found(
            @Nullable Agency agency,
            int begin,
            int agencyBegin,
            int agencyEnd,
            String places,
            int placesBegin,
            @Nullable Integer year,
            @Nullable Integer month,
            int day,
            int dateBegin,
            int dateEnd,
            String names,
            int namesBegin,
            boolean flash,
            int end) {
        boolean hasDate() {
            return day > 0;
        }
    }

    /** The first dateline of a line, or null. */
    @Nullable
    Found find(String line) {
        Matcher matcher = filed.matcher(line);
        while (matcher.find()) {
            if (isStart(line, matcher.start())) {
                Found found = found(line, matcher, false);
                if (isCalendarDate(found)) {
                    return found;
                }
            }
        }
        for (Pattern pattern : List.of(flash, bracketed, undated, relay)) {
            Matcher head = pattern.matcher(line);
            if (head.lookingAt()) {
                Found found = found(line, head, pattern == flash);
                if (pattern != bracketed || found.hasDate() || !found.names.isEmpty()) {
                    return found;
                }
            }
        }
        return null;
    }

    /** A dateline begins the line, or follows a lead or caption that has ended. */
    private static boolean isStart(String line, int at) {
        int i = at;
        while (i > 0 && line.charAt(i - 1) == ' ') {
            i--;
        }
        return i == 0 || "。！？”）》|：".indexOf(line.charAt(i - 1)) >= 0 || (i < at && i <= 40);
    }

    private static boolean isCalendarDate(Found found) {
        return found.day >= 1 && found.day <= 31 && (found.month == null || (found.month >= 1 && found.month <= 12));
    }

    private Found found(String line, Matcher m, boolean flash) {
        int end = m.end();
        String names = group(m, "byline");
        int namesBegin = names.isEmpty() ? 0 : m.start("byline");
        String places = group(m, "places");
        int placesBegin = places.isEmpty() ? 0 : m.start("places");
        Matcher bracket = BYLINE_BRACKET.matcher(line);
        if (names.isEmpty() && bracket.find(end) && Bylines.isByline(bracket.group("names"))) {
            names = bracket.group("names");
            namesBegin = bracket.start("names");
            end = bracket.end();
        }
        Matcher title = TITLE_MARK.matcher(line);
        if (title.find(end)) {
            end = title.end();
        }
        while (end < line.length() && line.charAt(end) == ' ') {
            end++;
        }
        String date = group(m, "date");
        String agencyName = group(m, "agency");
        return new Found(
                agencies.named(agencyName),
                m.start(),
                agencyName.isEmpty() ? 0 : m.start("agency"),
                agencyName.isEmpty() ? 0 : m.end("agency"),
                places,
                placesBegin,
                number(group(m, "year")),
                number(group(m, "month")),
                date.isEmpty() ? 0 : HanNumerals.parse(group(m, "day")),
                date.isEmpty() ? 0 : m.start("date"),
                date.isEmpty() ? 0 : m.end("date"),
                names,
                namesBegin,
                flash,
                end);
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : HanNumerals.parse(text);
    }

    /** The text of a group that not every expression has. */
    private static String group(Matcher matcher, String name) {
        if (!matcher.pattern().pattern().contains("(?<" + name + ">")) {
            return "";
        }
        String text = matcher.group(name);
        return text == null ? "" : text;
    }

    /** Joined places apart: 北京/上海, 东京、首尔. Offsets are relative to the text. */
    static List<int[]> splitPlaces(String places) {
        List<int[]> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= places.length(); i++) {
            if (i == places.length() || "/、· ，".indexOf(places.charAt(i)) >= 0) {
                if (i > begin) {
                    parts.add(new int[] {begin, i});
                }
                begin = i + 1;
            }
        }
        return parts;
    }
}
