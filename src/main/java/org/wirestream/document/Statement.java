package org.wirestream.document;

import org.jspecify.annotations.Nullable;

/**
 * Who says, stresses or supports what.
 *
 * @param holder the holder as written: 元首们
 * @param entity id of the holder where it is a marked entity
 * @param verb the verb: 强调
 * @param direct whether the words are quoted
 * @param paragraph index of the paragraph
 * @param begin first UTF-16 code unit of what is said
 * @param end one past the last
 */
public record Statement(
        String holder, @Nullable String entity, String verb, boolean direct, int paragraph, int begin, int end) {}
