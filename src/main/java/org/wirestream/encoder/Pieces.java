package org.wirestream.encoder;

import java.util.Arrays;

/** A text's pieces: the number of each in the vocabulary, and where it stands in the text. */
final class Pieces {
    private int[] ids;
    private int[] begins;
    private int[] ends;
    private int size;

    Pieces(int capacity) {
        int room = Math.max(8, capacity);
        ids = new int[room];
        begins = new int[room];
        ends = new int[room];
    }

    void add(int id, int begin, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            begins = Arrays.copyOf(begins, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ids[size] = id;
        begins[size] = begin;
        ends[size++] = end;
    }

    void truncate(int to) {
        size = to;
    }

    int size() {
        return size;
    }

    int id(int piece) {
        return ids[piece];
    }

    int begin(int piece) {
        return begins[piece];
    }

    int end(int piece) {
        return ends[piece];
    }
}
