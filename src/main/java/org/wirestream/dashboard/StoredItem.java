package org.wirestream.dashboard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item with the versions that are kept. Immutable.
 *
 * @param versions oldest first, at least one
 * @param withdrawn whether it was withdrawn after the last of them
 * @param arrival grows with every change of any item
 */
record StoredItem(List<StoredVersion> versions, boolean withdrawn, long arrival) {
    /** More than corrections of one story ever need; bounds an item that changes for ever. */
    private static final int MAX_VERSIONS = 10;

    StoredItem {
        versions = List.copyOf(versions);
    }

    /** With one more version. A version that came before, as in a topic read twice, takes its place. */
    static StoredItem with(@Nullable StoredItem before, StoredVersion version, long arrival) {
        List<StoredVersion> versions = new ArrayList<>(before == null ? List.of() : before.versions);
        versions.removeIf(kept -> kept.facts().version().equals(version.facts().version()));
        versions.add(version);
        return new StoredItem(
                versions.subList(Math.max(0, versions.size() - MAX_VERSIONS), versions.size()), false, arrival);
    }

    StoredItem withdrawnAt(long now) {
        return new StoredItem(versions, true, now);
    }

    StoredVersion last() {
        return versions.get(versions.size() - 1);
    }

    ItemFacts facts() {
        return last().facts();
    }

    /** The desks that the item belongs to, and those that its last version took it from. */
    Set<String> desksNowAndBefore() {
        Set<String> desks = new HashSet<>(facts().desks());
        if (versions.size() > 1) {
            desks.addAll(versions.get(versions.size() - 2).facts().desks());
        }
        return desks;
    }

    long bytes() {
        return versions.stream().mapToLong(StoredVersion::bytes).sum();
    }
}
