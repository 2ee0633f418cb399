package org.wirestream.entity;

import org.wirestream.document.EntityType;

/**
 * What a recogniser proposes to mark.
 *
 * @param begin first code unit in the folded text
 * @param end one past the last
 * @param type the proposed type
 * @param source the recogniser or rule
 * @param priority proposals of higher priority win where two overlap; among equals the longer one
 */
record Proposal(int begin, int end, EntityType type, String source, int priority) {
    int length() {
        return end - begin;
    }

    boolean overlaps(Proposal other) {
        return begin < other.end && other.begin < end;
    }
}
