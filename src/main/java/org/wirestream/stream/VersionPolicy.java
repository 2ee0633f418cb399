package org.wirestream.stream;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.PubStatus;
import org.wirestream.wire.WireItem;

/**
 * Decides whether a record is a newer version of its item.
 *
 * <p>Where both sides have a feed version it alone decides. Otherwise a content that was accepted before is a repeat, so
 * that a replay of an item's whole history changes nothing, and any other content is newer. Only a dead letter that is sent back
 * and a record that is replayed from a topic come out of their order: what was accepted in the meantime and is younger goes over them. A repeat of what is published makes
 * it again, under the same version, when another engine or vocabulary made it: so history is enriched again by reading it again.
 */
final class VersionPolicy {
    /** More versions than any wire story has; bounds the state of an item that changes for ever. */
    private static final int REMEMBERED = 64;

    enum Verdict {
        NEWER,
        REPEAT,
        /** A repeat of what is published, which other versions of engine or vocabulary made. */
        RENEWAL,
        STALE,
        /** The feed's version was published with other content. */
        CONFLICT
    }

    private VersionPolicy() {}

    /**
     * Judges a record.
     *
     * @param maker versions of what would make the records now
     * @param again timestamp of a record that was sent back or replayed; null for any other record
     */
    static Verdict judge(@Nullable ItemState state, WireItem item, String maker, @Nullable Long again) {
        if (state == null) {
            return Verdict.NEWER;
        }
        if (state.feedVersion() != null && item.feedVersion() != null) {
            int order = compare(item.feedVersion(), state.feedVersion());
            if (order != 0) {
                return order > 0 ? Verdict.NEWER : Verdict.STALE;
            }
            return state.digests().contains(item.digest()) ? repeat(state, item, maker) : Verdict.CONFLICT;
        }
        if (state.digests().contains(item.digest())) {
            return repeat(state, item, maker);
        }
        return again != null && again < state.received() ? Verdict.STALE : Verdict.NEWER;
    }

    private static Verdict repeat(ItemState state, WireItem item, String maker) {
        boolean published = state.isLatest(item.digest()) && state.status() != PubStatus.CANCELED;
        return published && !maker.equals(state.maker()) ? Verdict.RENEWAL : Verdict.REPEAT;
    }

    /** The version to publish: the feed's, else that of the same content before, else one more than the last, else a count of the versions. */
    static String next(@Nullable ItemState state, WireItem item) {
        if (item.feedVersion() != null) {
            return item.feedVersion();
        }
        if (state == null) {
            return "1";
        }
        if (state.isLatest(item.digest())) {
            return state.version();
        }
        return isNumber(state.version())
                ? new BigInteger(state.version()).add(BigInteger.ONE).toString()
                : state.version() + "." + (state.sequence() + 1);
    }

    static List<String> remember(@Nullable ItemState state, WireItem item) {
        List<String> digests = new ArrayList<>(state == null ? List.of() : state.digests());
        digests.remove(item.digest());
        digests.add(item.digest());
        return List.copyOf(digests.subList(Math.max(0, digests.size() - REMEMBERED), digests.size()));
    }

    private static int compare(String a, String b) {
        return isNumber(a) && isNumber(b) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean isNumber(String version) {
        return !version.isEmpty() && version.length() <= 40 && version.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
