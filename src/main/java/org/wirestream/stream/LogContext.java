package org.wirestream.stream;

import org.slf4j.MDC;

/** What every line of the log says of the record in work: the item's id and the raw record's place. Bound to the thread. */
final class LogContext implements AutoCloseable {
    /** The item's id. */
    static final String ITEM = "item";
    /** Topic, partition and offset of the raw record. */
    static final String RECORD = "record";

    private LogContext() {}

    /** Says which record is in work until it is closed. */
    static LogContext of(DeadLetters.Origin origin) {
        MDC.put(RECORD, origin.topic() + "-" + origin.partition() + "@" + origin.offset());
        return new LogContext();
    }

    /** Says which item is in work, as soon as that is known. */
    LogContext item(String id) {
        MDC.put(ITEM, id);
        return this;
    }

    @Override
    public void close() {
        MDC.remove(ITEM);
        MDC.remove(RECORD);
    }
}
