package org.wirestream.document;

/**
 * One place in the text that names an entity. Offsets are UTF-16 code units in the paragraph's source text:
 * {@code paragraph.substring(begin, end)} is {@code text}.
 *
 * @param entity id of the {@link Entity}
 * @param type its type
 * @param paragraph index of the paragraph
 * @param begin first code unit
 * @param end one past the last
 * @param text the surface form
 * @param source the recogniser or rule that gave it, for explanation
 */
public record Mention(String entity, EntityType type, int paragraph, int begin, int end, String text, String source) {}
