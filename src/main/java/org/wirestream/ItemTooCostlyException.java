package org.wirestream;

import java.time.Duration;

/** Enriching an item would take more processor time than it may. */
public final class ItemTooCostlyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ItemTooCostlyException(Duration limit) {
        super("the item takes more than %d s of processor time to enrich; split it, or raise limits.item.seconds"
                .formatted(limit.toSeconds()));
    }
}
