package org.wirestream.sequence;

import java.util.Arrays;

/** Numbers features from 0 by their hashes: an open-addressed table, which costs no objects. */
final class FeatureTable {
    private long[] keys;
    private int[] values;
    private int size;

    FeatureTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2;
        keys = new long[capacity];
        values = new int[capacity];
        Arrays.fill(values, -1);
    }

    /** The number of a feature; -1 when it has none. */
    int find(long hash) {
        int mask = keys.length - 1;
        int at = slot(hash, mask);
        while (values[at] >= 0) {
            if (keys[at] == hash) {
                return values[at];
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    /** The number of a feature, given to it now when it has none. */
    int add(long hash) {
        int known = find(hash);
        if (known >= 0) {
            return known;
        }
        if (size * 2 >= keys.length) {
            grow();
        }
        put(hash, size);
        return size++;
    }

    int size() {
        return size;
    }

    private void put(long hash, int value) {
        int mask = keys.length - 1;
        int at = slot(hash, mask);
        while (values[at] >= 0) {
            at = (at + 1) & mask;
        }
        keys[at] = hash;
        values[at] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length];
        Arrays.fill(values, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] >= 0) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }

    /** The hashes in the order of their numbers. */
    long[] hashes() {
        long[] hashes = new long[size];
        for (int i = 0; i < keys.length; i++) {
            if (values[i] >= 0) {
                hashes[values[i]] = keys[i];
            }
        }
        return hashes;
    }

    private static int slot(long hash, int mask) {
        return (int) (hash ^ (hash >>> 32)) & mask;
    }
}
