package org.wirestream.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bylines: the names in （记者 张三 李四）, in （张三、李四） and on lines of their own. Immutable.
 *
 * <p>After a title any short Han word is taken for a name; without one every word must begin with a Chinese surname or be
 * a foreign name with a middle dot, because other notes stand in brackets at the same place.
 */
final class BylineGrammar {
    /** The longest byline seen has eight names with titles. */
    private static final int MAX_LENGTH = 120;

    private static final int MAX_UNTITLED_NAMES = 6;
    private static final String SEPARATORS = "、，,/╱；;：:|；";
    private static final String LINE_OPENINGS = "□■●◎△▲◆◇★☆▍▌";

    private final AgencyList agencies;
    private final WordSet titles;
    private final WordSet credits;
    private final WordSet surnames;

    BylineGrammar(AgencyList agencies) {
        Map<String, List<String>> words = WordLists.byKind("head-words.tsv");
        this.agencies = agencies;
        this.titles = new WordSet(words.getOrDefault("reporter", List.of()));
        this.credits = new WordSet(words.getOrDefault("credit", List.of()));
        this.surnames = new WordSet(WordLists.lines("surnames.txt").stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList());
    }

    /**
     * A byline.
     *
     * @param agency the agency that the reporters write for, when named
     * @param names where the names stand, in order
     * @param titled whether a title such as 记者 stands there
     * @param sure whether nothing but titles, names, credits and an agency stands there
     */
    record Byline(@Nullable AgencyMatch agency, List<Range> names, boolean titled, boolean sure) {}

    /** The length of the reporter's title at an offset; 0 when there is none. */
    int titleLength(String text, int at) {
        return titles.lengthAt(text, at, text.length());
    }

    /** The byline that a bracket holds; null when it holds something else. */
    @Nullable
    Byline inBrackets(String text, int begin, int end) {
        Byline byline = read(text, begin, end);
        boolean accepted = byline != null
                && !byline.names.isEmpty()
                && (byline.titled || (byline.sure && byline.names.size() <= MAX_UNTITLED_NAMES));
        return accepted ? byline : null;
    }

    /** The byline that a whole line is; null when the line is something else. */
    @Nullable
    Byline line(String text) {
        int begin = Chars.skipSpace(text, 0);
        int end = Chars.trimEnd(text, text.length(), begin);
        while (begin < end && LINE_OPENINGS.indexOf(text.charAt(begin)) >= 0) {
            begin = Chars.skipSpace(text, begin + 1);
        }
        if (begin < end && Chars.closing(text, begin) != 0 && Chars.closeOf(text, begin, MAX_LENGTH) == end - 1) {
            begin++;
            end--;
        }
        Byline byline = read(text, begin, end);
        return byline != null && byline.titled && byline.sure && !byline.names.isEmpty() ? byline : null;
    }

    private @Nullable Byline read(String text, int begin, int end) {
        if (end - begin > MAX_LENGTH || begin >= end) {
            return null;
        }
        Tokens tokens = new Tokens(text, begin, end);
        List<Range> names = new ArrayList<>();
        boolean sure = true;
        for (Token token : tokens.merged()) {
            String word = token.range.in(text).replace(" ", "");
            if (token.beforeTitle || credits.contains(word)) {
                continue;
            }
            if (isName(word, token.titled || (tokens.agency != null && tokens.titled))) {
                names.add(token.range);
            } else {
                sure = false;
            }
        }
        // After a title alone 记者手记 would be a name; on a line of its own one name must have a surname or a middle dot.
        boolean surnamed = names.stream().anyMatch(name -> isName(name.in(text).replace(" ", ""), false));
        return new Byline(tokens.agency, names, tokens.titled, sure && surnamed);
    }

    private boolean isName(String word, boolean titled) {
        int middleDot = word.indexOf('·');
        if (middleDot >= 0) {
            return middleDot > 0 && middleDot < word.length() - 1 && word.length() <= 30 && isLetters(word);
        }
        if (!isLetters(word)) {
            return false;
        }
        if (Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.HAN) {
            return word.length() >= 3 && word.length() <= 40;
        }
        int surname = surnames.lengthAt(word, 0, word.length());
        boolean chinese = surname > 0 && word.length() > surname && word.length() <= surname + 2;
        return chinese || (titled && word.length() >= 2 && word.length() <= 8);
    }

    private static boolean isLetters(String word) {
        return !word.isEmpty()
                && word.codePoints()
                        .allMatch(c -> Character.isLetter(c) || c == '·' || c == '.' || c == '-' || c == ' ');
    }

    /** A word of a byline, whether a title stands before it, and whether it is part of the title after it (驻莫斯科记者). */
    private record Token(Range range, boolean titled, boolean beforeTitle) {}

    private final class Tokens {
        private final String text;
        private final List<Token> list = new ArrayList<>();
        private @Nullable AgencyMatch agency;
        private boolean titled;

        Tokens(String text, int begin, int end) {
            this.text = text;
            int from = begin;
            int at = begin;
            boolean adjacentTitle = false;
            while (at < end) {
                AgencyMatch match = at == from ? agencies.at(text, at, end) : null;
                int title = titles.lengthAt(text, at, end);
                if (match != null && endsAgency(match.range().end(), end)) {
                    agency = agency == null ? match : agency;
                    at = match.range().end();
                    from = at;
                } else if (title > 0) {
                    close(from, at, adjacentTitle, !adjacentTitle && at > from);
                    titled = true;
                    adjacentTitle = true;
                    at += title;
                    from = at;
                } else if (SEPARATORS.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == ' ') {
                    if (at > from) {
                        close(from, at, titled, false);
                        adjacentTitle = false;
                    }
                    at++;
                    from = at;
                } else {
                    at++;
                }
            }
            close(from, end, titled, false);
        }

        /** An agency's name counts when a title, a separator or 驻 follows: 新华社记者, 新华社驻. */
        private boolean endsAgency(int at, int end) {
            return at >= end
                    || text.charAt(at) == ' '
                    || text.charAt(at) == '驻'
                    || SEPARATORS.indexOf(text.charAt(at)) >= 0
                    || titles.lengthAt(text, at, end) > 0;
        }

        private void close(int from, int to, boolean afterTitle, boolean beforeTitle) {
            if (to > from) {
                list.add(new Token(new Range(from, to), afterTitle, beforeTitle));
            }
        }

        /** The tokens, with 王 强 made one again. */
        List<Token> merged() {
            List<Token> merged = new ArrayList<>();
            for (Token token : list) {
                Token last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
                if (last != null && belongTogether(last.range, token.range)) {
                    merged.set(
                            merged.size() - 1,
                            new Token(
                                    new Range(last.range.begin(), token.range.end()), last.titled, token.beforeTitle));
                } else {
                    merged.add(token);
                }
            }
            return merged;
        }

        private boolean belongTogether(Range first, Range second) {
            boolean spaced = second.begin() > first.end()
                    && text.substring(first.end(), second.begin()).isBlank();
            boolean padded = first.length() == 1 && second.length() == 1 && Chars.isHan(text.charAt(first.begin()));
            boolean latin = text.charAt(first.begin()) < 0x250 && text.charAt(second.begin()) < 0x250;
            return spaced && (padded || latin);
        }
    }
}
