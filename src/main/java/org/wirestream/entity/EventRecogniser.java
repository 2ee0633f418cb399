package org.wirestream.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirestream.document.EntityType;

/**
 * Named meetings, exercises, games and exhibitions: by an ordinal or year (第二十八届世界大学生冬季运动会), by a name in
 * quotation marks (“和平使命-2016”联合反恐演习), or by the organisation or place that holds them (上合组织论坛).
 */
final class EventRecogniser implements Recogniser {
    /** Words inside a name: no punctuation, and no particle or verb that ends a noun phrase. */
    private static final String INNER = "[^的了在将于与是和就对向并及，。；：、！？（）“”《》\\s]";

    private static final String DASHED = "(?:" + INNER + "|[-—]){0,18}?";
    private static final int MAX_PARTICIPANTS = 8;

    private final Pattern quoted;
    private final Pattern numbered;
    private final Pattern held;
    /** What may stand between the organisation and the ordinal: 金砖国家领导人第十六次会晤. */
    private static final Pattern PARTICIPANTS = Pattern.compile("(?:成员国)?(?:国家)?(?:领导人|元首|首脑|外长|部长|总理|外交部长|政府首脑|高官)?");

    EventRecogniser() {
        String any = heads(row -> true);
        String strong = heads(row -> row.equals("strong"));
        quoted = Pattern.compile("“[^“”，。；\\n]{1,16}”" + DASHED + any);
        numbered =
                Pattern.compile("(?:第[0-9一二三四五六七八九十百零]{1,5}[届次]|首届|(?<![0-9])[12][0-9]{3}年?(?![0-9月]))" + DASHED + any);
        held = Pattern.compile("(?:成员国|国家)?(?:" + INNER + "){0,10}?" + strong);
    }

    private static String heads(Predicate<String> kind) {
        return WordList.rows("event-heads.tsv").stream()
                .filter(row -> kind.test(row.get(1)))
                .map(row -> row.get(0))
                .sorted((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b))
                .collect(Collectors.joining("|", "(?:", ")(?![上期后前员室场])"));
    }

    @Override
    public void propose(TaggedText text, List<Proposal> proposals) {
        String t = text.text();
        add(quoted.matcher(t), "quoted-event", proposals, Map.of(), t);
        List<Proposal> names = List.copyOf(proposals);
        add(numbered.matcher(t), "numbered-event", proposals, holders(names), t);
        Matcher matcher = held.matcher(t);
        for (Proposal name : names) {
            if (isHolder(name)
                    && name.length() > 1
                    && matcher.region(name.end(), t.length()).lookingAt()) {
                proposals.add(new Proposal(
                        name.begin(), matcher.end(), EntityType.EVENT, "held-event", Priorities.EVENT - 1));
            }
        }
    }

    private static boolean isHolder(Proposal name) {
        return name.type() == EntityType.ORG || name.type() == EntityType.LOC;
    }

    /** Where the longest holder that ends at an offset begins, by that offset: looking at every name for every event takes too long. */
    private static Map<Integer, Integer> holders(List<Proposal> names) {
        Map<Integer, Integer> begins = new HashMap<>();
        for (Proposal name : names) {
            if (isHolder(name)) {
                begins.merge(name.end(), name.begin(), Math::min);
            }
        }
        return begins;
    }

    private static void add(
            Matcher matcher, String source, List<Proposal> proposals, Map<Integer, Integer> holders, String text) {
        while (matcher.find()) {
            int begin = matcher.start();
            for (int end = matcher.start(); end >= Math.max(0, matcher.start() - MAX_PARTICIPANTS); end--) {
                Integer holder = holders.get(end);
                if (holder != null
                        && PARTICIPANTS
                                .matcher(text.substring(end, matcher.start()))
                                .matches()) {
                    begin = Math.min(begin, holder);
                }
            }
            proposals.add(new Proposal(begin, matcher.end(), EntityType.EVENT, source, Priorities.EVENT));
        }
    }
}
