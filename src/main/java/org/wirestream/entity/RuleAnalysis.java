package org.wirestream.entity;

import java.util.List;

/**
 * What the recognisers say of an item, paragraph by paragraph.
 *
 * @param texts the paragraphs with their words
 * @param proposals everything that was proposed, what the item itself established included
 * @param accepted what of it the resolver chose
 */
record RuleAnalysis(List<TaggedText> texts, List<List<Proposal>> proposals, List<List<Proposal>> accepted) {}
