package org.wirestream.terminal;

import java.util.List;

/**
 * What is shown of an enriched item.
 *
 * @param headline the headline without its markers; empty when there is none
 * @param signals markers and signals: 快讯, CORRECTION, canceled
 * @param source agency, places, date, reporters, as far as known
 * @param identity id, version, language
 * @param subjects the item's own subjects
 * @param paragraphs its paragraphs
 * @param notes what else was found, in order, grouped by section
 */
record ItemRecord(
        String headline,
        List<String> signals,
        List<String> source,
        List<String> identity,
        List<Topic> subjects,
        List<ParagraphRecord> paragraphs,
        List<Note> notes) {

    /**
     * What is shown of a paragraph.
     *
     * @param id {@code p07}
     * @param kind {@code body}, {@code headline}, …
     * @param desks their ids and labels
     * @param spans names and dates in order, not overlapping, inside the text
     */
    record ParagraphRecord(
            String id, String kind, String text, List<String> desks, List<Topic> subjects, List<Span> spans) {
        boolean isBody() {
            return kind.equals("body");
        }
    }

    /** A subject's label with the confidence in percent. */
    record Topic(String subject, int confidence) {
        @Override
        public String toString() {
            return subject + " " + confidence;
        }
    }

    /** A piece of a paragraph's text, in UTF-16 code units. */
    record Span(int begin, int end, Look look) {}

    /** One finding, written out. */
    record Note(String section, String text) {}
}
