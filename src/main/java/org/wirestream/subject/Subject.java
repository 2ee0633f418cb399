package org.wirestream.subject;

import java.util.List;

/**
 * A subject that paragraphs are classified by.
 *
 * @param id short and stable: {@code terrorism}
 * @param desk id of the desk that it belongs to when the operator configures no other
 * @param zh Chinese label
 * @param en English label
 * @param covers what belongs to it, in a line
 * @param mediaTopics the Media Topics that it stands for, at least one, all active
 */
public record Subject(String id, String desk, String zh, String en, String covers, List<MediaTopic> mediaTopics) {
    public Subject {
        mediaTopics = List.copyOf(mediaTopics);
    }
}
