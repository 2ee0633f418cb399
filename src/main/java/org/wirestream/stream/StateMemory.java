package org.wirestream.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory that all state of an instance shares: blocks read, their indexes and filters, and what is not yet written to disk.
 * By default Kafka Streams gives every partition of every store about 100 MB of its own, so that memory grows with the partitions that
 * an instance gets.
 */
final class StateMemory implements AutoCloseable {
    /** Where {@link Setter}, which Kafka Streams makes, finds the memory. */
    static final String CONFIG = "wirestream.state.memory";

    private static final long WRITE_BUFFER_BYTES = 8L << 20;
    private static final int WRITE_BUFFERS = 2;
    private static final long BLOCK_BYTES = 16L << 10;
    /** Of the cache, for indexes and filters, which every read needs. */
    private static final double HIGH_PRIORITY = 0.1;

    private final Cache cache;
    private final WriteBufferManager buffers;

    /** @param bytes the most that blocks and write buffers take together; half of it at most is for writing */
    StateMemory(long bytes) {
        RocksDB.loadLibrary();
        this.cache = new LRUCache(bytes, -1, false, HIGH_PRIORITY);
        this.buffers = new WriteBufferManager(bytes / 2, cache);
    }

    private void share(Options options) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(buffers);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    /** Frees the memory, after every store is closed. */
    @Override
    public void close() {
        buffers.close();
        cache.close();
    }

    /** Gives each store its part in the memory of its instance; without one, as in tests of the topology, Kafka's defaults hold. */
    public static final class Setter implements RocksDBConfigSetter {
        @Override
        public void setConfig(String store, Options options, Map<String, Object> configs) {
            if (configs.get(CONFIG) instanceof StateMemory memory) {
                memory.share(options);
            }
        }

        /** The memory is the instance's, not the store's. */
        @Override
        public void close(String store, Options options) {}
    }
}
