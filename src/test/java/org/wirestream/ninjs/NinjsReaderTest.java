package org.wirestream.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NinjsReaderTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final NinjsReader reader = new NinjsReader();

    /** Lines are written with bars between them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "<p>一</p><p>二</p> @ 一|二",
                "<p> 一 </p> <p>二</p> @ 一|二",
                "<p>一<br>二<br/>三</p> @ 一|二|三",
                "<ul><li>一</li><li><p>二</p></li></ul> @ 一|二",
                "<blockquote><p>一</p><p>二</p></blockquote> @ 一|二",
                "<table><tr><td>一</td><td>二</td></tr><tr><td>三</td></tr></table> @ 一二|三",
                "<p>一<b>二</b><a href='javascript:x()'>三</a></p> @ 一二三",
                "<p>一&amp;二&lt;b&gt;</p> @ 一&二<b>",
                "<p>一</p><script>二</script><style>三</style> @ 一",
                "导语<p>一</p>结语 @ 导语|一|结语",
                "<li>一<p>二</p>三</li> @ 一|二|三",
                "一<br>二 @ 一|二",
                "没有标记 @ 没有标记"
            })
    void shouldReadALineForEachBlockOfHtml(String html, String lines) throws Exception {
        byte[] json = MAPPER.writeValueAsBytes(Map.of("uri", "urn:x:1", "body_html", html));

        assertThat(reader.read(json).body().strip().split("\\s*\n+\\s*", -1)).containsExactly(lines.split("\\|", -1));
    }
}
