package org.wirestream.subject;

import java.util.Set;

/**
 * A desk of the newsroom.
 *
 * @param id lower-case ASCII letters, digits and hyphens: it is part of a topic's name
 * @param zh Chinese label
 * @param en English label
 * @param mediaTopics codes of the Media Topics that it takes, their narrower ones included
 */
public record Desk(String id, String zh, String en, Set<String> mediaTopics) {
    public Desk {
        mediaTopics = Set.copyOf(mediaTopics);
    }
}
