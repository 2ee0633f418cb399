package org.wirestream.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads source after source; unlike {@code flatMap} it never holds all records of a file when somebody asks for one. */
final class RecordSpliterator extends Spliterators.AbstractSpliterator<RawRecord> {
    private final Iterator<Source> sources;
    private @Nullable Source source;
    private Source.@Nullable Reading reading;

    RecordSpliterator(List<Source> sources) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.sources = sources.iterator();
    }

    @Override
    public boolean tryAdvance(Consumer<? super RawRecord> action) {
        RawRecord next = next();
        if (next == null) {
            return false;
        }
        action.accept(next);
        return true;
    }

    private @Nullable RawRecord next() {
        try {
            while (true) {
                RawRecord next = reading == null ? null : reading.next();
                if (next != null) {
                    return next;
                }
                close();
                if (!sources.hasNext()) {
                    return null;
                }
                source = sources.next();
                reading = source.open();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(failure(e));
        }
    }

    void close() {
        Source.Reading open = reading;
        reading = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(failure(e));
            }
        }
    }

    private SourceException failure(IOException e) {
        if (e instanceof SourceException known) {
            return known;
        }
        String name = source == null ? "input" : source.name();
        return new SourceException("%s cannot be read: %s".formatted(name, Causes.of(e)), e);
    }
}
