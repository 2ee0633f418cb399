package org.wirestream.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events of what changes. It remembers the last events, so that a client that was cut off gets what it missed.
 * Safe for use by many threads.
 */
final class LiveFeed {
    static final int MAX_CLIENTS = 64;
    private static final int REMEMBERED = 2_000;
    /** Characters of their data: less, in UTF-8, than what may wait for a client, so that it can be sent all that it missed. */
    private static final int REMEMBERED_CHARACTERS = 1_200_000;

    private static final byte[] HEARTBEAT = bytes(": \n\n");
    private static final byte[] RESET = bytes("event: reset\ndata: {}\n\n");

    /** Copied on every change, since a client that fails leaves while others are served. */
    private final Set<Subscription> subscriptions = new CopyOnWriteArraySet<>();

    private final Deque<ItemEvent> remembered = new ArrayDeque<>();
    /** The last offset of each partition whose event is no longer remembered, or never was. */
    private final Map<Integer, Long> forgotten = new TreeMap<>();

    private long rememberedCharacters;
    private Offsets offsets = Offsets.NONE;
    private boolean live;

    /** Takes events; what a client is sent. */
    interface Client {
        /** Takes bytes of the stream, without waiting. */
        void send(byte[] event);
    }

    /** A change of an item. */
    private record ItemEvent(
            Offsets at, int partition, long offset, Set<String> desks, boolean withdrawn, String json) {
        byte[] bytes() {
            return LiveFeed.bytes("id: " + at + "\nevent: item\ndata: " + json + "\n\n");
        }

        boolean isFor(Set<String> wanted) {
            return wanted.isEmpty() || withdrawn || desks.stream().anyMatch(wanted::contains);
        }
    }

    /** A client and the desks that it wants; all when it names none. */
    private record Subscription(Client client, Set<String> desks) {}

    private record CountsChanged(List<String> kinds, List<String> days) {}

    /** Says where a partition is read from: what is before it is not remembered. */
    synchronized void beginAt(int partition, long offset) {
        forgotten.put(partition, offset - 1);
        if (offset > 0) {
            offsets = offsets.with(partition, offset - 1);
        }
    }

    /** From now on clients are sent what comes; before, the topics' past is read. */
    synchronized void goLive() {
        live = true;
    }

    /**
     * An item was published or withdrawn.
     *
     * @param desks those that it belongs to and those that it has just left
     */
    synchronized void item(int partition, long offset, ItemSummary summary, Set<String> desks) {
        offsets = offsets.with(partition, offset);
        boolean withdrawn = summary.version() == null;
        ItemEvent event = new ItemEvent(
                offsets,
                partition,
                offset,
                desks,
                withdrawn,
                new String(Answer.write(summary), StandardCharsets.UTF_8));
        remembered.add(event);
        rememberedCharacters += event.json().length();
        while (remembered.size() > REMEMBERED || rememberedCharacters > REMEMBERED_CHARACTERS) {
            ItemEvent oldest = remembered.remove();
            rememberedCharacters -= oldest.json().length();
            forgotten.merge(oldest.partition(), oldest.offset(), Math::max);
        }
        if (live) {
            byte[] bytes = event.bytes();
            subscriptions.stream()
                    .filter(s -> event.isFor(s.desks()))
                    .forEach(s -> s.client().send(bytes));
        }
    }

    /** Counts changed. */
    synchronized void counts(Set<String> kinds, Set<String> days) {
        if (live && !subscriptions.isEmpty()) {
            CountsChanged changed =
                    new CountsChanged(List.copyOf(new TreeSet<>(kinds)), List.copyOf(new TreeSet<>(days)));
            byte[] bytes =
                    bytes("event: counts\ndata: " + new String(Answer.write(changed), StandardCharsets.UTF_8) + "\n\n");
            subscriptions.forEach(s -> s.client().send(bytes));
        }
    }

    /** Keeps the connections open, and finds those that are not. */
    synchronized void heartbeat() {
        subscriptions.forEach(s -> s.client().send(HEARTBEAT));
    }

    /**
     * Begins to send events to a client: first what it missed, if it was there before.
     *
     * @param lastEventId what the client had last; null when it is new
     * @throws ProblemException when there are too many clients
     */
    synchronized void subscribe(Client client, List<String> desks, @Nullable String lastEventId)
            throws ProblemException {
        if (subscriptions.size() >= MAX_CLIENTS) {
            throw new ProblemException(503, "%d streams are open, and no more are served".formatted(MAX_CLIENTS));
        }
        Subscription subscription = new Subscription(client, new LinkedHashSet<>(desks));
        if (lastEventId != null) {
            Offsets had = Offsets.parse(lastEventId).orElse(null);
            if (had == null || missed(had)) {
                client.send(RESET);
            } else {
                missedEvents(had, subscription).forEach(client::send);
            }
        }
        // An id without data is remembered by the client and shown to nobody: what it resumes from until something
        // happens.
        client.send(bytes("retry: 3000\nid: " + offsets + "\n\n"));
        subscriptions.add(subscription);
    }

    /** Whether events after these are no longer remembered, or the offsets are not of these topics. */
    private boolean missed(Offsets had) {
        return forgotten.entrySet().stream().anyMatch(entry -> had.of(entry.getKey()) < entry.getValue())
                || (live
                        && had.last().entrySet().stream()
                                .anyMatch(entry -> entry.getValue() > offsets.of(entry.getKey())));
    }

    private List<byte[]> missedEvents(Offsets had, Subscription subscription) {
        List<byte[]> events = new ArrayList<>();
        for (ItemEvent event : remembered) {
            if (event.offset() > had.of(event.partition()) && event.isFor(subscription.desks())) {
                events.add(event.bytes());
            }
        }
        return events;
    }

    synchronized void unsubscribe(Client client) {
        subscriptions.removeIf(s -> s.client() == client);
    }

    synchronized int clients() {
        return subscriptions.size();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
