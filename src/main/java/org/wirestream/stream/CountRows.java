package org.wirestream.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.wirestream.counts.Count;
import org.wirestream.counts.CountKey;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;

/**
 * Counts between the topology's parts and in its store. Keys are divided into shards, so that what an item changes, hundreds of
 * counts, is a record or two for each task that counts, instead of one for each count. Strings are UTF-8 behind their length.
 */
final class CountRows {
    /** Partitions of the changes. For ever: another number would look for a count where it is not. */
    static final int SHARDS = 4;

    /** The serde of the store's values. */
    static final Serde<Count> COUNT = Serdes.serdeFrom(
            (topic, count) -> count == null ? null : written(out -> write(out, count)),
            (topic, bytes) -> bytes == null ? null : read(bytes, CountRows::readCount));

    private CountRows() {}

    /** A count, or a change of one. */
    record Row(CountKey key, Count count) {}

    private interface Writer {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private interface Reader<T> {
        T readFrom(DataInputStream in) throws IOException;
    }

    /** What each shard is told of some changes. */
    static Map<Integer, Bytes> byShard(Map<CountKey, Count> changes) {
        Map<Integer, List<Row>> shards = new TreeMap<>();
        changes.forEach((key, count) ->
                shards.computeIfAbsent(shard(key), shard -> new ArrayList<>()).add(new Row(key, count)));
        Map<Integer, Bytes> written = new TreeMap<>();
        shards.forEach((shard, rows) -> written.put(shard, Bytes.wrap(written(out -> write(out, rows)))));
        return written;
    }

    /** All spans of the same thing are in one shard. */
    private static int shard(CountKey key) {
        return Math.floorMod(key.id().hashCode(), SHARDS);
    }

    /** The key of a shard's records. */
    static Bytes shardKey(int shard) {
        return Bytes.wrap(new byte[] {(byte) shard});
    }

    /** The shard of a record with such a key. */
    static int shard(Bytes shardKey) {
        return shardKey.get()[0];
    }

    /** The changes that a record tells a shard. */
    static List<Row> changes(Bytes record) {
        return read(record.get(), CountRows::readRows);
    }

    /** The store's key of a count. */
    static Bytes key(CountKey key) {
        return Bytes.wrap(written(out -> write(out, key)));
    }

    private static void write(DataOutputStream out, List<Row> rows) throws IOException {
        out.writeInt(rows.size());
        for (Row row : rows) {
            write(out, row.key());
            write(out, row.count());
        }
    }

    private static List<Row> readRows(DataInputStream in) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(new Row(readKey(in), readCount(in)));
        }
        return rows;
    }

    private static void write(DataOutputStream out, CountKey key) throws IOException {
        write(out, key.kind().name());
        write(out, key.span().name());
        write(out, key.period());
        write(out, key.id());
    }

    private static CountKey readKey(DataInputStream in) throws IOException {
        return CountKey.of(
                CountKind.valueOf(readString(in)), CountSpan.valueOf(readString(in)), readString(in), readString(in));
    }

    private static void write(DataOutputStream out, Count count) throws IOException {
        write(out, count.label());
        out.writeLong(count.items());
        out.writeLong(count.paragraphs());
        out.writeLong(count.mentions());
    }

    private static Count readCount(DataInputStream in) throws IOException {
        return new Count(readString(in), in.readLong(), in.readLong(), in.readLong());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readString(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static byte[] written(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.writeTo(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new SerializationException("cannot write counts", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reader<T> reader) {
        try {
            return reader.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("these are no counts", e);
        }
    }
}
