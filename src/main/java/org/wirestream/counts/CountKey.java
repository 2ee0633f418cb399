package org.wirestream.counts;

/**
 * What a count is of.
 *
 * @param kind what is counted
 * @param day the item's own day in Beijing, ISO 8601
 * @param id the subject, desk, entity, … counted
 */
public record CountKey(CountKind kind, String day, String id) {}
