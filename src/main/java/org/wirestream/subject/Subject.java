package org.wirestream.subject;

import java.util.List;

/** A subject: id, desk, labels, Media Topics. */
public record Subject(String id, String desk, String zh, String en, List<MediaTopic> mediaTopics) {}
