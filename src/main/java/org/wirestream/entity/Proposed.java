package org.wirestream.entity;

import java.util.List;

/**
 * What the recognisers say of an item, paragraph by paragraph.
 *
 * @param texts the paragraphs with their words
 * @param names everything that was proposed
 */
record Proposed(List<TaggedText> texts, List<List<Proposal>> names) {}
