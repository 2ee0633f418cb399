package org.wirestream.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a top-level JSON array into its elements, byte for byte.
 *
 * <p>It looks at brackets and strings only, so that an element that does not parse, or nests without end, costs itself and not its
 * neighbours. Linear in the length.
 */
final class JsonArray {
    private JsonArray() {}

    /** The elements of an array; the whole as one when it is no array or its brackets do not close. */
    static List<byte[]> elements(byte[] json) {
        int begin = firstVisible(json, ByteOrderMark.length(json));
        if (begin == json.length || json[begin] != '[') {
            return List.of(json);
        }
        List<byte[]> elements = new ArrayList<>();
        int depth = 0;
        boolean inString = false;
        int elementBegin = begin + 1;
        for (int i = begin; i < json.length; i++) {
            byte b = json[i];
            if (inString) {
                if (b == '\\') {
                    i++;
                } else {
                    inString = b != '"';
                }
            } else if (b == '"') {
                inString = true;
            } else if (b == '[' || b == '{') {
                depth++;
            } else if (b == ']' || b == '}' || b == ',') {
                boolean closes = b != ',' && --depth == 0;
                if (closes || (b == ',' && depth == 1)) {
                    add(elements, json, elementBegin, i);
                    elementBegin = i + 1;
                }
                if (closes) {
                    return firstVisible(json, i + 1) == json.length ? elements : List.of(json);
                }
            }
        }
        return List.of(json);
    }

    private static void add(List<byte[]> elements, byte[] json, int begin, int end) {
        int from = firstVisible(json, begin);
        int to = end;
        while (to > from && isBlank(json[to - 1])) {
            to--;
        }
        if (from < to) {
            elements.add(Arrays.copyOfRange(json, from, to));
        }
    }

    private static int firstVisible(byte[] json, int from) {
        int i = from;
        while (i < json.length && isBlank(json[i])) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
