package org.wirestream.entity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.wirestream.sequence.FeatureSink;
import org.wirestream.text.Token;

/**
 * What the trained tagger sees of each character: the characters around it, the word it is in and its neighbours, and what
 * each recogniser proposes there. Immutable and safe for use by many threads.
 */
final class CharacterFeatures {
    private static final int MAX_FEATURES = 128;

    private final BitSet transliteration = WordList.characters("transliteration.txt");
    private final BitSet surnames = WordList.characters("surnames.txt");
    private final RelationLexicon offices = RelationLexicon.read("offices.txt");
    private final Set<Part> without;

    /** @param without what the tagger is not to see */
    CharacterFeatures(Set<Part> without) {
        this.without = without;
    }

    /** The hashes of the features of each character of the folded text. */
    long[][] of(TaggedText text, List<Proposal> proposals) {
        Collector features = new Collector(text.text().length());
        tell(text, proposals, features);
        return features.toArrays();
    }

    /** Tells a sink the features of each character of the folded text. */
    void tell(TaggedText text, List<Proposal> proposals, FeatureSink sink) {
        FeatureSink features = new Bounded(text.text().length(), sink);
        if (!without.contains(Part.CHARACTERS)) {
            characters(text.text(), features);
        }
        if (!without.contains(Part.CLASSES)) {
            classes(text.text(), features);
        }
        if (!without.contains(Part.OFFICES)) {
            offices(text.text(), features);
        }
        if (!without.contains(Part.WORDS)) {
            words(text, features);
        }
        for (Proposal proposal : proposals) {
            mark(features, proposal, hash("proposed", proposal.source()));
        }
    }

    private static void characters(String text, FeatureSink features) {
        for (int i = 0; i < text.length(); i++) {
            long a = shape(text, i - 2);
            long b = shape(text, i - 1);
            long c = shape(text, i);
            long d = shape(text, i + 1);
            long e = shape(text, i + 2);
            features.add(i, mix(1, c));
            features.add(i, mix(2, b));
            features.add(i, mix(3, d));
            features.add(i, mix(4, a));
            features.add(i, mix(5, e));
            features.add(i, mix(6, b, c));
            features.add(i, mix(7, c, d));
            features.add(i, mix(8, a, b));
            features.add(i, mix(9, d, e));
            features.add(i, mix(10, b, d));
            features.add(i, mix(11, a, b, c));
            features.add(i, mix(12, b, c, d));
            features.add(i, mix(13, c, d, e));
        }
    }

    /** Digits are one, and so are Latin letters: their values say nothing of names. */
    private static long shape(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return at < 0 ? 1 : 2;
        }
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
            return '0';
        }
        if (c < 0x80 && Character.isLetter(c)) {
            return Character.isUpperCase(c) ? 'A' : 'a';
        }
        return c;
    }

    private void classes(String t, FeatureSink features) {
        int[] before = new int[t.length() + 1];
        for (int i = 0; i < t.length(); i++) {
            before[i + 1] = transliteration.get(t.charAt(i)) || t.charAt(i) == '·' ? before[i] + 1 : 0;
        }
        int after = 0;
        for (int i = t.length() - 1; i >= 0; i--) {
            boolean foreign = before[i + 1] > 0;
            after = foreign ? after + 1 : 0;
            int run = foreign ? Math.min(6, before[i + 1] + after - 1) : 0;
            features.add(i, mix(20, run, Math.min(3, before[i + 1])));
            features.add(i, mix(21, surnames.get(t.charAt(i)) ? 1 : 0, run));
        }
    }

    /** An office ends here. */
    private void offices(String t, FeatureSink features) {
        for (int i = 0; i < t.length(); i++) {
            int office = offices.beginBefore(t, i);
            if (office >= 0) {
                features.add(i, mix(22, 1));
                features.add(i, mix(23, hash("", t.substring(office, i))));
            }
        }
    }

    private static void words(TaggedText text, FeatureSink features) {
        List<Token> tokens = text.tokens();
        long kindBefore = 1;
        long wordBefore = 1;
        long kind = tokens.isEmpty() ? 0 : hash("kind", tokens.get(0).kind());
        long word = tokens.isEmpty() ? 0 : hash("word", tokens.get(0).text());
        for (int w = 0; w < tokens.size(); w++) {
            Token token = tokens.get(w);
            boolean last = w + 1 == tokens.size();
            long kindAfter = last ? 2 : hash("kind", tokens.get(w + 1).kind());
            long wordAfter = last ? 2 : hash("word", tokens.get(w + 1).text());
            for (int i = token.begin(); i < token.end(); i++) {
                long part = part(i, token.begin(), token.end());
                features.add(i, mix(30, part, kind));
                features.add(i, mix(31, part, word));
                features.add(i, mix(32, part, kindBefore, kind));
                features.add(i, mix(33, part, kind, kindAfter));
                features.add(i, mix(34, part, wordBefore));
                features.add(i, mix(35, part, wordAfter));
                features.add(i, mix(36, part, Math.min(5, token.end() - token.begin()), kind));
            }
            kindBefore = kind;
            wordBefore = word;
            kind = kindAfter;
            word = wordAfter;
        }
    }

    private static void mark(FeatureSink features, Proposal proposal, long source) {
        long type = hash("type", proposal.type().name());
        for (int i = proposal.begin(); i < proposal.end(); i++) {
            long part = part(i, proposal.begin(), proposal.end());
            features.add(i, mix(40, source, type, part));
            features.add(i, mix(41, type, part));
        }
        features.add(proposal.begin() - 1, mix(42, source, type));
        features.add(proposal.end(), mix(43, source, type));
    }

    /** Begin, inside, end, or all of a span. */
    private static long part(int at, int begin, int end) {
        if (end - begin == 1) {
            return 3;
        }
        return at == begin ? 0 : at == end - 1 ? 2 : 1;
    }

    private static long hash(String kind, String value) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < kind.length(); i++) {
            hash = (hash ^ kind.charAt(i)) * 0x100000001b3L;
        }
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mix(long template, long a) {
        return stir(template * 0x9E3779B97F4A7C15L, a);
    }

    private static long mix(long template, long a, long b) {
        return stir(mix(template, a), b);
    }

    private static long mix(long template, long a, long b, long c) {
        return stir(mix(template, a, b), c);
    }

    /** Mixes a value into a hash so that all its bits depend on both (the finaliser of SplitMix64, Steele et al. 2014). */
    private static long stir(long hash, long value) {
        long stirred = (hash ^ value) * 0xBF58476D1CE4E5B9L;
        stirred ^= stirred >>> 29;
        stirred *= 0x94D049BB133111EBL;
        return stirred ^ (stirred >>> 32);
    }

    /** Lets through at most so many features of a character, so that a text made of names stays bounded. */
    private static final class Bounded implements FeatureSink {
        private final int[] sizes;
        private final FeatureSink sink;

        private Bounded(int length, FeatureSink sink) {
            this.sizes = new int[length];
            this.sink = sink;
        }

        @Override
        public void add(int at, long feature) {
            if (at >= 0 && at < sizes.length && sizes[at] < MAX_FEATURES) {
                sizes[at]++;
                sink.add(at, feature);
            }
        }
    }

    /** Keeps features. */
    private static final class Collector implements FeatureSink {
        private final long[][] features;
        private final int[] sizes;

        private Collector(int length) {
            features = new long[length][48];
            sizes = new int[length];
        }

        @Override
        public void add(int at, long feature) {
            if (sizes[at] == features[at].length) {
                features[at] = Arrays.copyOf(features[at], MAX_FEATURES);
            }
            features[at][sizes[at]++] = feature;
        }

        private long[][] toArrays() {
            for (int i = 0; i < features.length; i++) {
                features[i] = Arrays.copyOf(features[i], sizes[i]);
            }
            return features;
        }
    }
}
