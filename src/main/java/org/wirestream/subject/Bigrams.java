package org.wirestream.subject;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.wirestream.document.Mention;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.Paragraph;

/**
 * Pairs of neighbouring characters, which stand for words where no encoder reads the text. A pair is one number, its first
 * character in the upper half; any digit is 0; what touches a name of a person, place or organisation is left out, since a
 * name is no evidence for a subject. Immutable.
 */
public final class Bigrams {
    /** In fewer paragraphs than this a pair says more of them than of a subject. */
    private static final int RAREST = 10;

    private final int[] known;

    private Bigrams(int[] known) {
        this.known = known;
    }

    /** The pairs that are frequent in paragraphs to learn from. */
    public static Bigrams frequent(Collection<ParagraphObservation> paragraphs) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (ParagraphObservation paragraph : paragraphs) {
            for (int pair : paragraph.pairs()) {
                counts.merge(pair, 1, Integer::sum);
            }
        }
        return new Bigrams(counts.entrySet().stream()
                .filter(each -> each.getValue() >= RAREST)
                .mapToInt(Map.Entry::getKey)
                .toArray());
    }

    /** For each character of a paragraph, folded, the pair that begins with it; 0 where there is none. */
    static int[] at(Paragraph paragraph, Collection<Mention> mentions) {
        FoldedText folded = paragraph.folded();
        char[] text = folded.folded().toCharArray();
        boolean[] named = new boolean[text.length];
        for (Mention mention : mentions) {
            if (mention.type().isActorOrPlace()) {
                Arrays.fill(named, folded.foldedOffset(mention.begin()), folded.foldedOffset(mention.end()), true);
            }
        }
        int[] pairs = new int[text.length];
        for (int i = folded.foldedOffset(paragraph.newsBegin()); i < text.length - 1; i++) {
            if (!named[i] && !named[i + 1]) {
                pairs[i] = plain(text[i]) << Character.SIZE | plain(text[i + 1]);
            }
        }
        return pairs;
    }

    /** The different pairs of a paragraph's news, in the order of their codes. */
    static int[] of(Paragraph paragraph, Collection<Mention> mentions) {
        return Arrays.stream(at(paragraph, mentions))
                .filter(pair -> pair != 0)
                .sorted()
                .distinct()
                .toArray();
    }

    private static int plain(char c) {
        return Character.isDigit(c) ? '0' : c;
    }

    /** Where the known ones among the pairs of a paragraph stand in the list of the known. */
    int[] find(ParagraphObservation paragraph) {
        return Arrays.stream(paragraph.pairs())
                .map(this::indexOf)
                .filter(at -> at >= 0)
                .toArray();
    }

    /** Where a pair stands in the list of the known, or a negative number. */
    int indexOf(int pair) {
        return Arrays.binarySearch(known, pair);
    }

    /** How many pairs are known. */
    public int size() {
        return known.length;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(known.length);
        for (int pair : known) {
            out.writeInt(pair);
        }
    }

    static Bigrams read(DataInputStream in) throws IOException {
        int[] known = new int[in.readInt()];
        for (int i = 0; i < known.length; i++) {
            known[i] = in.readInt();
        }
        return new Bigrams(known);
    }
}
