package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class StateMemoryTest {
    private static final long BYTES = 20_000_000;
    private static final int STORES = 8;
    private static final int RECORD = 10_000;

    @TempDir
    private Path directory;

    /** Eight stores that each write and read 4 MB; by Kafka's defaults they would hold it all. */
    @Test
    void shouldBoundTheMemoryOfAllStoresTogether() throws Exception {
        List<RocksDB> stores = new ArrayList<>();
        try (StateMemory memory = new StateMemory(BYTES)) {
            for (int i = 0; i < STORES; i++) {
                try (Options options = options(memory)) {
                    stores.add(
                            RocksDB.open(options, directory.resolve("store" + i).toString()));
                }
            }
            for (int record = 0; record < 400; record++) {
                for (RocksDB store : stores) {
                    store.put(key(record), new byte[RECORD]);
                    store.get(key(record / 2));
                }
            }
            // What is over the bound is being written out beside.
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (buffers(stores) >= BYTES && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            assertThat(buffers(stores)).isPositive().isLessThan(BYTES);
            assertThat(stores.get(0).getLongProperty("rocksdb.block-cache-usage"))
                    .isLessThan(2 * BYTES);
            assertThat(stores.get(0).getLongProperty("rocksdb.block-cache-capacity"))
                    .isEqualTo(BYTES);
            stores.forEach(RocksDB::close);
        }
    }

    @Test
    void shouldLeaveAStoreAloneWithoutAMemoryOfTheInstance() {
        try (Options options = new Options()) {
            new StateMemory.Setter().setConfig("store", options, Map.of());
            assertThat(options.writeBufferManager()).isNull();
        }
    }

    private static long buffers(List<RocksDB> stores) throws RocksDBException {
        long buffers = 0;
        for (RocksDB store : stores) {
            buffers += store.getLongProperty("rocksdb.cur-size-all-mem-tables");
        }
        return buffers;
    }

    private static Options options(StateMemory memory) {
        Options options = new Options().setCreateIfMissing(true);
        options.setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(new LRUCache(BYTES)));
        new StateMemory.Setter().setConfig("store", options, Map.of(StateMemory.CONFIG, memory));
        return options;
    }

    private static byte[] key(int record) {
        return new byte[] {(byte) (record >> 8), (byte) record};
    }
}
