package org.wirestream.sequence;

import java.util.Arrays;

/**
 * Numbers features from 0 by their hashes: an open-addressed table, which costs no objects.
 *
 * <p>Most features of a text are unknown to a model, and the table is far larger than a processor's near caches. So a slot holds,
 * beside the number, as much of the hash as there is room for: an unknown feature costs one read from memory.
 */
final class FeatureTable {
    private static final int EMPTY = -1;

    /** In the order of the numbers. */
    private long[] hashes;
    /** A number below, bits of its hash above. A table is at most half full, so no number has all bits, as an empty slot has. */
    private int[] slots;

    private int size;

    FeatureTable(int expected) {
        hashes = new long[Math.max(16, expected)];
        slots = empty(Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2);
    }

    private static int[] empty(int capacity) {
        int[] slots = new int[capacity];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    /** The number of a feature; -1 when it has none. */
    int find(long hash) {
        int mask = slots.length - 1;
        int mark = mark(hash);
        for (int at = slot(hash, mask); slots[at] != EMPTY; at = (at + 1) & mask) {
            int slot = slots[at];
            if (((slot ^ mark) & ~mask) == 0 && hashes[slot & mask] == hash) {
                return slot & mask;
            }
        }
        return -1;
    }

    /** The number of a feature, given to it now when it has none. */
    int add(long hash) {
        int known = find(hash);
        if (known >= 0) {
            return known;
        }
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        if (size * 2 >= slots.length) {
            grow();
        }
        hashes[size] = hash;
        put(hash, size);
        return size++;
    }

    int size() {
        return size;
    }

    private void put(long hash, int number) {
        int mask = slots.length - 1;
        int at = slot(hash, mask);
        while (slots[at] != EMPTY) {
            at = (at + 1) & mask;
        }
        slots[at] = (mark(hash) & ~mask) | number;
    }

    private void grow() {
        slots = empty(2 * slots.length);
        for (int number = 0; number < size; number++) {
            put(hashes[number], number);
        }
    }

    /** The hashes in the order of their numbers. */
    long[] hashes() {
        return Arrays.copyOf(hashes, size);
    }

    private static int slot(long hash, int mask) {
        return (int) (hash ^ (hash >>> 32)) & mask;
    }

    /** Bits that do not decide on the slot. */
    private static int mark(long hash) {
        return (int) (hash >>> 32);
    }
}
