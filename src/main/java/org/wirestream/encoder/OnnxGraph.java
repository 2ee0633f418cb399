package org.wirestream.encoder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts an ONNX model so that it ends at an inner value: what stands behind it is neither loaded nor computed.
 *
 * <p>Works on the bytes by the protobuf wire format; the field numbers are those of onnx.proto (ModelProto.graph 7,
 * GraphProto.node 1, initializer 5, output 12, NodeProto.input 1, NodeProto.output 2, TensorProto.name 8).
 */
final class OnnxGraph {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_OUTPUT = 12;
    private static final int TENSOR_NAME = 8;
    private static final int FLOAT = 1;

    private OnnxGraph() {}

    /**
     * The model with one value as its only output.
     *
     * @param model an ONNX model whose nodes stand in topological order, as the format demands
     * @param output the name of a float value in it
     * @throws IllegalArgumentException when no node gives that value
     */
    static byte[] endingAt(byte[] model, String output) {
        ByteArrayOutputStream cut = new ByteArrayOutputStream(model.length);
        for (Field field : fields(model, 0, model.length)) {
            if (field.number == MODEL_GRAPH) {
                byte[] graph = cutGraph(model, field, output);
                writeTag(cut, MODEL_GRAPH);
                writeVarint(cut, graph.length);
                cut.write(graph, 0, graph.length);
            } else {
                cut.write(model, field.begin, field.end - field.begin);
            }
        }
        return cut.toByteArray();
    }

    private static byte[] cutGraph(byte[] model, Field graph, String output) {
        List<Field> parts = fields(model, graph.content, graph.end);
        Set<String> needed = new HashSet<>(Set.of(output));
        Set<Field> kept = new HashSet<>();
        boolean found = false;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Field part = parts.get(i);
            if (part.number == GRAPH_NODE && names(model, part, 2).stream().anyMatch(needed::contains)) {
                found |= names(model, part, 2).contains(output);
                kept.add(part);
                needed.addAll(names(model, part, 1));
            }
        }
        if (!found) {
            throw new IllegalArgumentException("the model has no value named " + output);
        }
        ByteArrayOutputStream cut = new ByteArrayOutputStream(graph.end - graph.content);
        for (Field part : parts) {
            boolean keep = switch (part.number) {
                case GRAPH_NODE -> kept.contains(part);
                case GRAPH_INITIALIZER ->
                    names(model, part, TENSOR_NAME).stream().anyMatch(needed::contains);
                case GRAPH_OUTPUT -> false;
                default -> true;
            };
            if (keep) {
                cut.write(model, part.begin, part.end - part.begin);
            }
        }
        byte[] value = valueInfo(output);
        writeTag(cut, GRAPH_OUTPUT);
        writeVarint(cut, value.length);
        cut.write(value, 0, value.length);
        return cut.toByteArray();
    }

    /** ValueInfoProto: name (1) and type (2) with tensor_type (1) with elem_type (1). */
    private static byte[] valueInfo(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        writeTag(value, 1);
        writeVarint(value, utf8.length);
        value.write(utf8, 0, utf8.length);
        byte[] type = {0x12, 0x04, 0x0A, 0x02, 0x08, FLOAT};
        value.write(type, 0, type.length);
        return value.toByteArray();
    }

    private static List<String> names(byte[] model, Field message, int number) {
        List<String> names = new ArrayList<>();
        for (Field field : fields(model, message.content, message.end)) {
            if (field.number == number) {
                names.add(new String(model, field.content, field.end - field.content, StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    private static List<Field> fields(byte[] bytes, int from, int to) {
        List<Field> fields = new ArrayList<>();
        Cursor cursor = new Cursor(bytes, from);
        while (cursor.at < to) {
            int begin = cursor.at;
            long key = cursor.varint();
            int content = cursor.at;
            switch ((int) (key & 7)) {
                case 0 -> cursor.varint();
                case 1 -> cursor.at += 8;
                case 2 -> {
                    int length = (int) cursor.varint();
                    content = cursor.at;
                    cursor.at += length;
                }
                case 5 -> cursor.at += 4;
                default -> throw new IllegalArgumentException("not an ONNX model");
            }
            fields.add(new Field((int) (key >>> 3), begin, content, cursor.at));
        }
        return fields;
    }

    private static void writeTag(ByteArrayOutputStream out, int number) {
        writeVarint(out, (number << 3) | 2);
    }

    private static void writeVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 127) {
            out.write((int) ((rest & 127) | 128));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /**
     * A field of a message.
     *
     * @param begin where its tag begins
     * @param content where its value begins
     * @param end one past its value
     */
    private record Field(int number, int begin, int content, int end) {}

    private static final class Cursor {
        private final byte[] bytes;
        private int at;

        private Cursor(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        private long varint() {
            long value = 0;
            int shift = 0;
            byte b;
            do {
                b = bytes[at++];
                value |= (long) (b & 127) << shift;
                shift += 7;
            } while (b < 0);
            return value;
        }
    }
}
