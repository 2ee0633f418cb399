package org.wirestream.dashboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One open stream. Events wait in a bounded queue while the connection takes no more; a client that does not read is cut off. No
 * thread waits for it. Safe for use by many threads.
 */
final class LiveClient implements LiveFeed.Client {
    static final int MAX_QUEUED_BYTES = 4 << 20;

    private final LiveFeed feed;
    private final Response response;
    private final Callback callback;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private int queuedBytes;
    private boolean writing;
    private boolean closed;

    LiveClient(LiveFeed feed, Response response, Callback callback) {
        this.feed = feed;
        this.response = response;
        this.callback = callback;
    }

    @Override
    public void send(byte[] event) {
        ByteBuffer next = null;
        boolean tooSlow = false;
        synchronized (this) {
            if (closed) {
                return;
            }
            queue.add(event);
            queuedBytes += event.length;
            tooSlow = queuedBytes > MAX_QUEUED_BYTES;
            if (!writing && !tooSlow) {
                writing = true;
                next = drained();
            }
        }
        if (tooSlow) {
            close(new IOException("the client reads too slowly"));
        } else if (next != null) {
            write(next);
        }
    }

    private void write(ByteBuffer bytes) {
        response.write(false, bytes, Callback.from(this::written, this::close));
    }

    private void written() {
        ByteBuffer next;
        synchronized (this) {
            writing = !queue.isEmpty();
            if (closed || !writing) {
                return;
            }
            next = drained();
        }
        write(next);
    }

    private ByteBuffer drained() {
        ByteBuffer bytes = ByteBuffer.allocate(queuedBytes);
        queue.forEach(bytes::put);
        queue.clear();
        queuedBytes = 0;
        return bytes.flip();
    }

    private void close(Throwable reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.clear();
            queuedBytes = 0;
        }
        feed.unsubscribe(this);
        callback.failed(reason);
    }
}
