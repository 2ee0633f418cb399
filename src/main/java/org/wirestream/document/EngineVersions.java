package org.wirestream.document;

/**
 * What made a record: the same input with the same versions gives the same bytes.
 *
 * @param engine Wirestream's version and engine ({@code wirestream/0.1.0 lexicon})
 * @param vocabulary version of the subject vocabulary ({@code medtop 2023-10-24})
 * @param gazetteer version of the gazetteer
 */
public record EngineVersions(String engine, String vocabulary, String gazetteer) {}
