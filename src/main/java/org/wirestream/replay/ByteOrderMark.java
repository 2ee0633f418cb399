package org.wirestream.replay;

/** The UTF-8 signature that some editors put before a file, which is no part of JSON. */
final class ByteOrderMark {
    private ByteOrderMark() {}

    /** Its length in bytes, 0 when there is none. */
    static int length(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }
}
