package org.wirestream.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.wire.MalformedWireException;

class WorkloadTest {
    private static final Path HOME = Path.of("");

    @Test
    void shouldHaveTheLengthsOfRealWires() throws Exception {
        Workload.Description described = Workload.ofProject(HOME).describe();

        assertThat(described.median()).isBetween(550, 900);
        assertThat(described.longest()).isBetween(5_000, 21_000);
    }

    @Test
    void shouldGiveTheSameItemsEachTime() throws Exception {
        assertThat(Workload.ofProject(HOME).ofLength(20_000))
                .usingRecursiveComparison()
                .isEqualTo(Workload.ofProject(HOME).ofLength(20_000));
    }

    @Test
    void shouldBeginAgainUnderOtherIdsWhenTheTextsAreTooFew(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("a.txt"), "新华社北京3月1日电 外交部发言人1日说，会议将在日内瓦举行。\n");

        List<RawItem> items = Workload.of(List.of(directory.toString())).ofLength(100);

        assertThat(items).extracting(RawItem::id).doesNotHaveDuplicates();
        assertThat(items.stream().mapToInt(RawItem::characters).sum()).isBetween(100, 140);
    }

    @Test
    void shouldNameWhatIsNoWireItem(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("a.json"), "{\"uri\":");

        assertThatThrownBy(() -> Workload.of(List.of(directory.toString())))
                .isInstanceOf(MalformedWireException.class)
                .hasMessageContaining(directory.toString());
    }
}
