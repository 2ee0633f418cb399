package org.wirestream.stream;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.Overlay;

/**
 * The gazetteer as its topic was last read, shared by the threads of an instance: one writes, many read. After a change the first to
 * ask makes the overlay, so that an import of thousands of entries is not worked out thousands of times.
 */
final class LiveGazetteer {
    private final Map<String, GazetteerEntry> entries = new HashMap<>();
    private volatile @Nullable Overlay overlay = Overlay.NONE;

    /** @param entry null when there is none of that name any more */
    synchronized void put(String name, @Nullable GazetteerEntry entry) {
        if (entry == null) {
            entries.remove(name);
        } else {
            entries.put(name, entry);
        }
        overlay = null;
    }

    /** What is in force now; does not change. */
    Overlay current() {
        Overlay known = overlay;
        return known == null ? make() : known;
    }

    private synchronized Overlay make() {
        Overlay made = overlay == null ? Overlay.of(entries.values()) : overlay;
        overlay = made;
        return made;
    }
}
