package org.wirestream.replay;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes, one at a time, so that neither a long file nor a long line fills the memory. */
final class JsonLines implements Closeable {
    private final InputStream in;
    private final int maxBytes;
    private int line;

    /**
     * @param in a buffered stream
     * @param maxBytes of a longer line only one byte more is kept, which is enough to refuse it
     */
    JsonLines(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** The number of the line that was read last, from 1. */
    int line() {
        return line;
    }

    /** The next line that is not blank, without its line end and byte order mark; null at the end. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean more = true;
        while (more) {
            more = readLine(bytes);
            byte[] text = visible(bytes.toByteArray());
            if (text.length > 0) {
                return text;
            }
            bytes.reset();
        }
        return null;
    }

    /** Reads up to a line feed, and says whether there was one. */
    private boolean readLine(ByteArrayOutputStream bytes) throws IOException {
        line++;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return true;
            }
            if (bytes.size() <= maxBytes) {
                bytes.write(b);
            }
        }
        return false;
    }

    private static byte[] visible(byte[] line) {
        int begin = ByteOrderMark.length(line);
        int end = line.length;
        while (end > begin && line[end - 1] >= 0 && line[end - 1] <= ' ') {
            end--;
        }
        return begin == 0 && end == line.length ? line : Arrays.copyOfRange(line, begin, end);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
