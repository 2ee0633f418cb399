package org.wirestream.dashboard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** One version of an item: its facts, and its record compressed, since it is large and seldom asked for. Immutable. */
final class StoredVersion {
    private final ItemFacts facts;
    private final byte[] compressed;
    private final int length;

    StoredVersion(ItemFacts facts, byte[] value) {
        this.facts = facts;
        this.length = value.length;
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length / 4 + 64);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException("memory took no bytes", e);
        } finally {
            deflater.end();
        }
        this.compressed = bytes.toByteArray();
    }

    ItemFacts facts() {
        return facts;
    }

    /** The record as it is in the topic. */
    byte[] value() {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException("a record in memory is damaged", e);
        }
    }

    /** Bytes of memory that it takes, roughly. */
    long bytes() {
        return compressed.length + facts.bytes();
    }
}
