package org.wirestream.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.text.Token;

/**
 * Composes names of organisations from words: a place or organisation, words, and a noun for the kind of body
 * (浙江省温州市中级人民法院, 日本气象厅, 韩国队).
 */
final class OrganisationRecogniser implements Recogniser {
    private static final int MAX_WORDS = 8;
    private static final int MAX_LENGTH = 24;
    private static final Set<String> INNER = Set.of(
            "n", "nz", "nt", "ns", "nr", "nx", "vn", "an", "a", "b", "j", "l", "m", "q", "i", "nl", "f", "g", "ng",
            "v");
    private static final Set<String> NATIONAL =
            Set.of("国家", "中央", "全国", "最高", "国务院", "中国", "中华", "国际", "世界", "欧洲", "非洲", "亚洲");

    private final Map<String, String> kinds = new HashMap<>();
    private final int longestSuffix;
    private final RelationLexicon notBodies = RelationLexicon.read("no-name-endings.txt");
    private final Gazetteer gazetteer;
    private final Set<String> stopVerbs = Set.copyOf(WordList.lines("organisation-stop-words.txt"));

    OrganisationRecogniser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        WordList.rows("organisation-suffixes.tsv").forEach(row -> kinds.put(row.get(0), row.get(1)));
        longestSuffix = kinds.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public void propose(TaggedText text, List<Proposal> proposals) {
        List<Token> tokens = text.tokens();
        teams(text, proposals);
        for (int i = 0; i < tokens.size(); i++) {
            String kind = kind(tokens.get(i).text());
            if (kind != null
                    && !kind.equals("team")
                    && !isOffice(text, tokens.get(i).end())) {
                compose(text, i, kind, proposals);
            }
        }
    }

    /** The kind of body that a word names by its ending. */
    private @Nullable String kind(String word) {
        if (notBodies.beginBefore(word, word.length()) >= 0) {
            return null;
        }
        for (int length = Math.min(word.length(), longestSuffix); length > 0; length--) {
            String kind = kinds.get(word.substring(word.length() - length));
            if (kind != null && (length > 1 || word.length() > 1 || kind.equals("team"))) {
                return kind;
            }
        }
        return null;
    }

    /** 部长, 局长, 党员, 公司员工: the body stands inside another word. */
    private static boolean isOffice(TaggedText text, int end) {
        return "长员级们办制化性史校".indexOf(text.at(end)) >= 0;
    }

    /** A place and the word for a team: 韩国队, 天津女排. */
    private void teams(TaggedText text, List<Proposal> proposals) {
        for (Proposal place : List.copyOf(proposals)) {
            int end = place.type() == EntityType.LOC && place.length() > 1 ? teamEnd(text, place.end()) : -1;
            if (end > 0 && "员长列伍友医".indexOf(text.at(end)) < 0) {
                proposals.add(
                        new Proposal(place.begin(), end, EntityType.ORG, "team", Priorities.COMPOSED_ORGANISATION));
            }
        }
    }

    private int teamEnd(TaggedText text, int begin) {
        for (int length = 4; length > 0; length--) {
            int end = Math.min(text.text().length(), begin + length);
            if (end > begin && "team".equals(kinds.get(text.text().substring(begin, end)))) {
                return end;
            }
        }
        return -1;
    }

    private void compose(TaggedText text, int last, String kind, List<Proposal> proposals) {
        List<Token> tokens = text.tokens();
        int end = tokens.get(last).end();
        int first = last;
        int start = isStart(tokens.get(last)) ? last : -1;
        while (first > 0
                && last - first < MAX_WORDS
                && end - tokens.get(first - 1).begin() <= MAX_LENGTH
                && isInner(tokens.get(first - 1))) {
            first--;
            if (isStart(tokens.get(first))) {
                start = first;
            } else if (start >= 0 && start < last && first < start) {
                break;
            }
        }
        if (start < 0 || (start == last && tokens.get(last).text().length() < 4)) {
            return;
        }
        if (kind.equals("company")) {
            start = withoutCountry(tokens, start, last);
        }
        if (start < 0 || (start == last && !isNamed(tokens.get(last))) || isComplete(tokens, start, last)) {
            return;
        }
        proposals.add(new Proposal(
                tokens.get(start).begin(),
                end,
                EntityType.ORG,
                "composed-organisation",
                Priorities.COMPOSED_ORGANISATION));
    }

    /** A known organisation is complete as it stands, but for its country (美国国会). */
    private boolean isComplete(List<Token> tokens, int start, int last) {
        Gazetteer.Name known = gazetteer.named(tokens.get(last).text());
        Gazetteer.Name before = gazetteer.named(tokens.get(start).text());
        boolean country = before != null && before.country() != null && last - start == 1;
        return known != null && known.type() == EntityType.ORG && !country;
    }

    private static boolean isNamed(Token token) {
        return token.pos().equals("nt");
    }

    /** A company is split from the country before it, unless nothing else names it. */
    private int withoutCountry(List<Token> tokens, int start, int last) {
        Gazetteer.Name name = gazetteer.named(tokens.get(start).text());
        boolean country = name != null && name.country() != null;
        if (!country) {
            return start;
        }
        boolean named = start + 1 < last || isNamed(tokens.get(last));
        return named ? start + 1 : -1;
    }

    private boolean isStart(Token token) {
        Gazetteer.Name name = gazetteer.named(token.text());
        return (token.pos().equals("ns")
                        && notBodies.beginBefore(token.text(), token.text().length()) < 0)
                || (token.pos().equals("nt")
                        && notBodies.beginBefore(token.text(), token.text().length()) < 0)
                || NATIONAL.contains(token.text())
                || (name != null && name.type() != EntityType.EVENT);
    }

    private boolean isInner(Token token) {
        return INNER.contains(token.pos())
                && !stopVerbs.contains(token.text())
                && (!token.pos().equals("v") || token.text().length() > 1)
                && (!token.pos().equals("m") || token.text().startsWith("第"));
    }
}
