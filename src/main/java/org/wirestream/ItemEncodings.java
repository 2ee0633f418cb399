package org.wirestream;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirestream.encoder.Encoder;
import org.wirestream.encoder.Encoding;
import org.wirestream.wire.WireItem;

/**
 * The vectors of an item's paragraphs, in memory that is bounded whatever the item: those of any real wire are computed once and kept;
 * beyond that a paragraph is read again each time that it is asked for. Owned by the thread that enriches.
 */
final class ItemEncodings extends AbstractList<Encoding> {
    /** Twice the longest real wire seen; a piece's vector takes 2 kB. */
    static final int MAX_PIECES = 40_000;

    /** From how many UTF-16 code units on paragraphs are shared out. */
    private static final int LONG = 2_000;

    private final Encoder encoder;
    private final WireItem item;
    private final TimeLimit limit;
    private final int maxPieces;
    private final @Nullable Encoding[] kept;
    /** How many code units stand before each paragraph, and in all. */
    private final int[] lengths;

    private int pieces;
    private int lastIndex = -1;
    private @Nullable Encoding last;

    /** @param maxPieces how many pieces' vectors are kept */
    ItemEncodings(Encoder encoder, WireItem item, TimeLimit limit, int maxPieces) {
        this.encoder = encoder;
        this.item = item;
        this.limit = limit;
        this.maxPieces = maxPieces;
        this.kept = new Encoding[item.paragraphs().size()];
        this.lengths = new int[kept.length + 1];
        for (int i = 0; i < kept.length; i++) {
            lengths[i + 1] =
                    lengths[i] + item.paragraphs().get(i).folded().folded().length();
        }
    }

    /** Computes what is kept; of a long item on all threads that are free. */
    void keep(ParagraphThreads threads) {
        int next = 0;
        boolean all = true;
        while (next < kept.length && all) {
            limit.check();
            int end = batchEnd(next);
            List<Integer> batch = IntStream.range(next, end).boxed().toList();
            List<Encoding> encodings = length(next, end) < LONG
                    ? batch.stream().map(this::encode).toList()
                    : threads.map(batch, this::encode);
            for (int i = 0; i < encodings.size(); i++) {
                all &= keep(next + i, encodings.get(i));
            }
            next = end;
        }
    }

    /** So many paragraphs that their pieces, none shorter than a code unit, may be kept, and one at least. */
    private int batchEnd(int begin) {
        int end = begin + 1;
        while (end < kept.length && length(begin, end + 1) <= maxPieces - pieces) {
            end++;
        }
        return end;
    }

    /** In UTF-16 code units. */
    private int length(int begin, int end) {
        return lengths[end] - lengths[begin];
    }

    private Encoding encode(int paragraph) {
        return encoder.encode(item.paragraphs().get(paragraph).folded().folded());
    }

    private boolean keep(int paragraph, Encoding encoding) {
        boolean fits = pieces + encoding.pieces() <= maxPieces;
        if (fits) {
            pieces += encoding.pieces();
            kept[paragraph] = encoding;
        }
        return fits;
    }

    @Override
    public Encoding get(int paragraph) {
        Encoding known = paragraph == lastIndex ? last : kept[paragraph];
        if (known != null) {
            return known;
        }
        limit.check();
        Encoding encoding = encode(paragraph);
        keep(paragraph, encoding);
        last = encoding;
        lastIndex = paragraph;
        return encoding;
    }

    @Override
    public int size() {
        return kept.length;
    }
}
