package org.wirestream.wire;

/** A stretch of folded text, in UTF-16 code units. */
record Range(int begin, int end) {
    String in(String text) {
        return text.substring(begin, end);
    }

    int length() {
        return end - begin;
    }
}
