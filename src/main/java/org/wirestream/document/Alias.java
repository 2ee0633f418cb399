package org.wirestream.document;

/**
 * A short form that the text itself declares: （以下简称“上合组织”）.
 *
 * @param entity id of the entity that it stands for
 * @param name the short form
 * @param paragraph index of the paragraph with the declaration
 * @param begin first UTF-16 code unit of the short form there
 * @param end one past the last
 */
public record Alias(String entity, String name, int paragraph, int begin, int end) {}
