package org.wirestream.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Ids of items, and their bytes. */
final class Keys {
    private Keys() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The items under ids that a run has for itself, since the pipeline absorbs what it has seen. */
    static List<RawItem> fresh(List<RawItem> items, String run) {
        return items.stream().map(item -> item.withId(item.id() + ":" + run)).toList();
    }
}
