package org.wirestream.wire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the markers off a headline: （国际）, （财经·行情）, 综述：, 新闻分析|, 08版 - , 更正. */
final class HeadlineGrammar {
    private static final Pattern BRACKETED =
            Pattern.compile("\\G[（【\\[〔](?<marker>[^（）【】\\[\\]〔〕\\n]{1,16})[）】\\]〕] ?");
    private static final Pattern PREFIX = Pattern.compile("\\G(?<marker>[\\u4e00-\\u9fff]{2,8}?)(?:：|:|\\||——| - )");
    private static final Pattern PAGE = Pattern.compile("\\G[0-9A-Z]{1,3}版 ?[-：|] ?");
    private static final Pattern TRAILING = Pattern.compile("（(?<marker>[^（）\\n]{1,8})）\\z");

    private final Map<String, Set<Signal>> signals = new HashMap<>();

    HeadlineGrammar() {
        for (String line : WireResource.lines("headline-markers.tsv")) {
            String[] fields = line.split("\t", -1);
            signals.put(
                    fields[0],
                    fields[1].equals("-")
                            ? Set.of()
                            : Set.of(Signal.valueOf(fields[1].strip().toUpperCase(Locale.ROOT))));
        }
    }

    /** A headline read: where its text begins and ends in the folded line, the markers, what they signal. */
    record Read(int begin, int end, List<String> markers, Set<Signal> signals) {}

    Read read(String folded) {
        int begin = skipSpaces(folded, 0);
        int end = folded.stripTrailing().length();
        List<String> markers = new ArrayList<>();
        Set<Signal> found = EnumSet.noneOf(Signal.class);
        int before = -1;
        while (before != begin && begin < end) {
            before = begin;
            Matcher page = PAGE.matcher(folded);
            if (page.find(begin)) {
                begin = page.end();
            }
            Matcher bracketed = BRACKETED.matcher(folded);
            if (bracketed.find(begin) && bracketed.end() < end) {
                begin = take(bracketed, markers, found);
                continue;
            }
            Matcher prefix = PREFIX.matcher(folded);
            if (prefix.find(begin) && prefix.end() < end && isMarker(prefix.group("marker"))) {
                begin = take(prefix, markers, found);
            }
            begin = skipSpaces(folded, begin);
        }
        Matcher trailing = TRAILING.matcher(folded.substring(0, end));
        if (trailing.find() && isMarker(trailing.group("marker")) && trailing.start() > begin) {
            markers.add(trailing.group("marker"));
            found.addAll(signalsOf(trailing.group("marker")));
            end = trailing.start();
        }
        return new Read(begin, Math.max(begin, end), markers, found);
    }

    private int take(Matcher matcher, List<String> markers, Set<Signal> found) {
        String marker = matcher.group("marker");
        markers.add(marker);
        found.addAll(signalsOf(marker));
        return matcher.end();
    }

    private boolean isMarker(String text) {
        return signals.containsKey(text);
    }

    /** （财经·行情）, （国际）综述: each part of a marker can signal. */
    private Set<Signal> signalsOf(String marker) {
        Set<Signal> found = EnumSet.noneOf(Signal.class);
        for (String part : marker.split("[·•、]", -1)) {
            @Nullable Set<Signal> some = signals.get(part.strip());
            if (some != null) {
                found.addAll(some);
            }
        }
        return found;
    }

    private static int skipSpaces(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
