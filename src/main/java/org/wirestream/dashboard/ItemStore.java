package org.wirestream.dashboard;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The items whose records came last, within a number and an amount of memory. What came longest ago goes first, and not what is
 * oldest by its own time: a replayed month is to be seen. Safe for use by many threads.
 */
final class ItemStore {
    private final int maxItems;
    private final long maxBytes;
    /** In order of arrival. */
    private final Map<String, StoredItem> items = new LinkedHashMap<>();

    private long bytes;
    private long arrivals;

    ItemStore(int maxItems, long maxBytes) {
        this.maxItems = maxItems;
        this.maxBytes = maxBytes;
    }

    /** How full the store is. */
    record Size(int items, long bytes, int maxItems, long maxBytes) {}

    /** Takes a version, and returns the item with it. */
    synchronized StoredItem put(ItemFacts facts, byte[] value) {
        StoredItem before = take(facts.id());
        StoredItem now = StoredItem.with(before, new StoredVersion(facts, value), ++arrivals);
        keep(facts.id(), now);
        return now;
    }

    /** Remembers that an item was withdrawn, if it is here. */
    synchronized void withdraw(String id) {
        StoredItem before = take(id);
        if (before != null) {
            keep(id, before.withdrawnAt(++arrivals));
        }
    }

    private @Nullable StoredItem take(String id) {
        StoredItem before = items.remove(id);
        bytes -= before == null ? 0 : before.bytes();
        return before;
    }

    private void keep(String id, StoredItem item) {
        items.put(id, item);
        bytes += item.bytes();
        Iterator<StoredItem> oldest = items.values().iterator();
        // The last item stays, however large it is: it is what people look for, and its size is bounded by the topic's.
        while ((items.size() > maxItems || bytes > maxBytes) && items.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    synchronized Optional<StoredItem> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    /** The items that are published now, in order of arrival. */
    synchronized List<StoredItem> published() {
        return items.values().stream().filter(item -> !item.withdrawn()).toList();
    }

    synchronized Size size() {
        return new Size(items.size(), bytes, maxItems, maxBytes);
    }
}
