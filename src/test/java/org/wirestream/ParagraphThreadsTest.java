package org.wirestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireParser;

@Timeout(60)
class ParagraphThreadsTest {
    private static final List<Integer> PARTS = IntStream.range(0, 100).boxed().toList();

    @Test
    void shouldGiveResultsInTheOrderOfTheParts() {
        assertThat(new ParagraphThreads(3).map(PARTS, part -> 2 * part))
                .isEqualTo(PARTS.stream().map(part -> 2 * part).toList());
    }

    @Test
    void shouldShareTheWorkAmongNoMoreThreadsThanAllowed() throws InterruptedException {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        CountDownLatch together = new CountDownLatch(3);
        new ParagraphThreads(2).map(PARTS, part -> {
            workers.add(Thread.currentThread());
            together.countDown();
            return await(together);
        });
        assertThat(workers).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    void shouldLetTheCallerDoItAloneWhenNoThreadIsFree() {
        ParagraphThreads threads = new ParagraphThreads(1);
        List<Set<Thread>> inner = threads.map(List.of(1, 2), part -> {
            Set<Thread> workers = ConcurrentHashMap.newKeySet();
            threads.map(PARTS, each -> workers.add(Thread.currentThread()));
            return workers;
        });
        assertThat(inner).hasSize(2).allSatisfy(workers -> assertThat(workers).isNotEmpty());
    }

    @Test
    void shouldThrowWhatAPartThrows() {
        assertThatThrownBy(() -> new ParagraphThreads(2).map(PARTS, part -> {
                    if (part == 50) {
                        throw new IllegalArgumentException("fifty");
                    }
                    return part;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fifty");
    }

    @Test
    void shouldEnrichALongItemAsOneThreadDoes() throws Exception {
        String seed = Files.readString(Path.of("seeds/sco-astana-2017-communique.txt"));
        WireItem item = new WireParser(Limits.DEFAULT).parse(seed, Feed.silent(Instant.EPOCH));
        Enricher alone = Enricher.load(Engine.ACCURATE);
        assertThat(alone.withParagraphThreads(2).enrich(item, "1")).isEqualTo(alone.enrich(item, "1"));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
