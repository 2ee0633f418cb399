package org.wirestream.topics;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application must be allowed.
 *
 * @param read topics that it reads
 * @param written topics that it writes
 * @param internal topics that it makes for itself where they are not there, reads and writes
 * @param group the consumer group that it joins
 * @param transactions what its transactional ids begin with; null when it has none
 */
public record Rights(
        Set<String> read,
        Set<String> written,
        Set<String> internal,
        String group,
        @Nullable String transactions) {
    public Rights {
        read = Set.copyOf(read);
        written = Set.copyOf(written);
        internal = Set.copyOf(internal);
    }
}
