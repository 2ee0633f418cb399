package org.wirestream.sequence;

/** Takes the features of a text's characters one by one, in any order of the characters. */
@FunctionalInterface
public interface FeatureSink {
    /**
     * A character has a feature.
     *
     * @param at the character's UTF-16 offset; outside the text it is passed over
     * @param feature the feature's hash
     */
    void add(int at, long feature);
}
