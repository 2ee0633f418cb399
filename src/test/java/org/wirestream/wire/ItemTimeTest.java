package org.wirestream.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an item is from, and what says so. */
class ItemTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A record of 5 March 2026 decides the year.
                "新华社开罗3月4日电 会议举行。|2026-03-04T00:00+08:00|DATELINE",
                "新华社开罗12月30日电 会议举行。|2025-12-30T00:00+08:00|DATELINE",
                "新华社开罗7月1日电 会议举行。|2026-07-01T00:00+08:00|DATELINE",
                "新华社开罗2月29日电 会议举行。|2028-02-29T00:00+08:00|DATELINE",
                "新华社开罗2月30日电 会议举行。|2026-03-05T08:00+08:00|RECORD",
                "新华社开罗13月1日电 会议举行。|2026-03-05T08:00+08:00|RECORD",
                "（中央社台北28日電）國會將開會，討論經濟。|2026-02-28T00:00+08:00|DATELINE",
                "（中央社台北31日電）國會將開會，討論經濟。|2026-03-31T00:00+08:00|DATELINE",
                "会议举行。|2026-03-05T08:00+08:00|RECORD",
                // Full dates of the head.
                "新华社开罗2017年5月7日电 会议举行。|2017-05-07T00:00+08:00|TEXT_DATE",
                "会议举行\\n2007年10月19日\\n会议昨天举行。|2007-10-19T00:00+08:00|TEXT_DATE",
                "会议举行\\n2014年04月16日\\n新华网开罗4月15日电 会议举行。|2014-04-16T00:00+08:00|TEXT_DATE",
                "会议举行\\n2014-04-16 09:30:15 来源：新华网\\n会议举行。|2014-04-16T09:30:15+08:00|TEXT_DATE",
                "会议举行\\n时间：2014年4月16日 9:30\\n会议举行。|2014-04-16T09:30+08:00|TEXT_DATE",
                "公报\\n（2017年6月8日至9日，阿斯塔纳）\\n元首们开会。|2017-06-09T00:00+08:00|TEXT_DATE",
                "公报\\n（阿斯塔纳，2017年6月9日）\\n元首们开会。|2017-06-09T00:00+08:00|TEXT_DATE",
                "新华社阿斯塔纳6月10日电\\n公报\\n（2017年6月8日至9日，阿斯塔纳）\\n元首们开会。|2017-06-10T00:00+08:00|TEXT_DATE",
                "公报\\n（2017年2月30日，阿斯塔纳）\\n元首们开会。|2026-03-05T08:00+08:00|RECORD",
                // A full date of the lead counts only when it is the dateline's.
                "新华社开罗6月9日电 2017年6月8日至9日，会议举行。|2017-06-09T00:00+08:00|TEXT_DATE",
                "新华社开罗6月9日电 2017年6月9日，会议举行。|2017-06-09T00:00+08:00|TEXT_DATE",
                "新华社开罗6月9日电 2017年5月1日，会议举行。|2026-06-09T00:00+08:00|DATELINE",
                "新华社开罗6月9日电 2017年6月9日，2016年的会议举行一周年。|2026-06-09T00:00+08:00|DATELINE",
                "新华社沈阳9月18日电 1931年9月18日，事变爆发。|2025-09-18T00:00+08:00|DATELINE",
                "2017年6月9日，会议举行。|2026-03-05T08:00+08:00|RECORD",
            })
    void shouldTakeTheBestSource(String text, String time, ItemTime.Source source) {
        WireItem item = Wires.parse(text);
        assertThat(item.time().value()).isEqualTo(OffsetDateTime.parse(time));
        assertThat(item.time().source()).isEqualTo(source);
    }

    @Test
    void shouldBelieveTheFeedFirst() {
        OffsetDateTime time = OffsetDateTime.parse("2015-01-02T20:00:00Z");
        Feed feed = new Feed(null, null, time, null, Instant.parse("2026-03-05T00:00:00Z"));
        WireItem item = Wires.parse("会议举行\n2014年12月31日\n新华社开罗12月30日电 会议举行。", feed);
        assertThat(item.time()).isEqualTo(new ItemTime(time, ItemTime.Source.FEED));
        assertThat(requireNonNull(item.dateline()).date()).hasToString("2014-12-30");
        assertThat(item.id()).contains(":2015-01-03:");
    }

    @Test
    void shouldResolveTheDatelineByTheDateUnderTheHeadline() {
        WireItem item = Wires.parse("会议举行\n2015年01月01日\n新华网开罗12月31日电 会议举行。");
        assertThat(requireNonNull(item.dateline()).date()).hasToString("2014-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-03-01T08:00:00+08:00", "-0044-03-15T12:00:00+01:00", "2026-03-01"})
    void shouldRefuseATimeThatRecordsCannotTell(String time) {
        assertThatThrownBy(() -> ItemTime.parse(time)).isInstanceOf(DateTimeException.class);
    }
}
