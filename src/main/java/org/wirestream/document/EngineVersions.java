package org.wirestream.document;

/**
 * What made a record: the same input with the same versions gives the same bytes.
 *
 * @param engine Wirestream's version and engine ({@code wirestream/0.1.0 fast}), and where an operator set thresholds of
 *     subjects a digest of them ({@code wirestream/0.1.0 fast thresholds-1a2b3c4d})
 * @param vocabulary version of the subject vocabulary ({@code medtop 2023-10-24})
 */
public record EngineVersions(String engine, String vocabulary) {
    /** The engine as a URI: {@code urn:wirestream:0.1.0:fast}. */
    public String uri() {
        return "urn:" + engine.replace('/', ':').replace(' ', ':');
    }
}
