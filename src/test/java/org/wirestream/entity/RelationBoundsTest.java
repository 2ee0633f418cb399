package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.DateMention;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/** What holds for every text, however odd: no exception, offsets inside the text, time in proportion to its length. */
@Timeout(60)
class RelationBoundsTest {
    private static final int LONG = 200_000;
    private static final List<EntityType> TYPES = List.of(EntityType.values());
    private static final String ALPHABET = "（）“”《》，。、；：的在于说称据前副总统主席外长会议论坛举行召开9月日兼和他元首们强调表示国\u200B(),\"😀A ";

    private final RoleFinder roles = new RoleFinder();
    private final DatedEventFinder events = new DatedEventFinder();
    private final StatementFinder statements = new StatementFinder();

    @Test
    void shouldAcceptAnyText() {
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length >= 0; length--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            found += find(text.toString(), random);
        }
        assertThat(found).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "、",
                "（",
                "）",
                "“",
                "”",
                "《",
                "兼",
                "前",
                "副",
                "主席",
                "会议",
                "举行",
                "在",
                "说",
                "他说，",
                "（）",
                "“”",
                "元首们",
                "元首们在",
                "的",
                "总统、",
                "委员会",
                "王五、",
                "（9日，",
                "9日在",
                "王五说“",
                "：“",
                "9日会议（9日，大连）",
                "于",
                "和"
            })
    void shouldStayQuickOnLongRuns(String piece) {
        String text = piece.repeat(LONG / piece.length());
        assertTimeout(Duration.ofSeconds(8), () -> find(text, new Random(1)));
    }

    private int find(String text, Random random) {
        List<Mention> mentions = new ArrayList<>();
        List<DateMention> dates = new ArrayList<>();
        for (int at = 0; at + 2 < text.length(); at += 2 + random.nextInt(6)) {
            EntityType type = TYPES.get(random.nextInt(TYPES.size()));
            String surface = text.substring(at, at + 2);
            if (random.nextInt(3) == 0) {
                dates.add(new DateMention(0, at, at + 2, surface, "2017-06-09"));
            } else {
                mentions.add(new Mention("x:" + at, type, 0, at, at + 2, surface, "test"));
            }
        }
        WireItem item = RelationFixture.item(List.of(RelationFixture.paragraph(0, Paragraph.Kind.BODY, text, 0)));
        int found = 0;
        for (var role : roles.find(item, mentions)) {
            assertThat(text.substring(role.begin(), role.end())).isEqualTo(role.office());
            found++;
        }
        for (var event : events.find(item, mentions, dates)) {
            assertThat(text.substring(event.begin(), event.end())).isEqualTo(event.name());
            found++;
        }
        for (var statement : statements.find(item, mentions)) {
            assertThat(text.substring(statement.begin(), statement.end())).isNotEmpty();
            found++;
        }
        // The same without any mark, where nothing stops a scan.
        statements.find(item, List.of());
        events.find(item, List.of(), dates);
        return found;
    }
}
