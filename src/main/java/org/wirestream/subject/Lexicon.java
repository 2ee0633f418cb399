package org.wirestream.subject;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The terms of every subject, found in one pass over a text (Aho and Corasick 1975). Immutable.
 *
 * <p>The longest term wins, whichever subject it belongs to: in 网络犯罪 only cyber crime speaks, not crime.
 */
final class Lexicon {
    private final AhoCorasickDoubleArrayTrie<List<Term>> trie;

    private Lexicon(Iterable<Term> terms) {
        TreeMap<String, List<Term>> byText = new TreeMap<>();
        for (Term term : terms) {
            byText.computeIfAbsent(term.text(), text -> new ArrayList<>()).add(term);
        }
        this.trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(byText);
    }

    /** Reads {@code lexicon/<subject>.txt} for every subject, and {@code lexicon/neutral.txt}. */
    static Lexicon load(Iterable<Subject> subjects) {
        List<Term> terms = new ArrayList<>(TermFile.read("lexicon/neutral.txt", Term.NEUTRAL));
        int number = 0;
        for (Subject subject : subjects) {
            terms.addAll(TermFile.read("lexicon/" + subject.id() + ".txt", number++));
        }
        return new Lexicon(terms);
    }

    /** A place in a text where terms stand: one term a subject. */
    record Hit(int begin, int end, List<Term> terms) {}

    /** The terms of a text that are not part of a longer one, in order. */
    List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        trie.parseText(text, (begin, end, terms) -> {
            if (isWhole(text, begin, end)) {
                hits.add(new Hit(begin, end, terms));
            }
        });
        hits.sort(Comparator.comparingInt(Hit::begin)
                .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
        List<Hit> longest = new ArrayList<>(hits.size());
        int covered = 0;
        for (Hit hit : hits) {
            if (hit.end() > covered) {
                longest.add(hit);
                covered = hit.end();
            }
        }
        return longest;
    }

    /** Letters and digits are words of their own: AI does not stand in AIIB. */
    private static boolean isWhole(String text, int begin, int end) {
        return !(begin > 0 && isAlphanumeric(text.charAt(begin)) && isAlphanumeric(text.charAt(begin - 1)))
                && !(end < text.length() && isAlphanumeric(text.charAt(end)) && isAlphanumeric(text.charAt(end - 1)));
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
