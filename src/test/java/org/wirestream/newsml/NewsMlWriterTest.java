package org.wirestream.newsml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.Mention;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.PubStatus;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class NewsMlWriterTest {
    private static final Enricher ENRICHER = Enricher.load(Engine.FAST);
    private static final NewsMlWriter WRITER = new NewsMlWriter(ENRICHER.vocabulary());
    private static final Schema OFFICIAL = official();
    private static final String VISIT = "法国总统访问葡萄牙\n新华社里斯本2026年3月1日电 法国总统马克龙1日在里斯本会见葡萄牙总统，双方签署《气候合作协议》。";

    private static Schema official() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            // The standard's own file beside the attributes of the XML namespace; nothing else, and nothing from a
            // network.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(NewsMlWriterTest.class.getResource("NewsML-G2_2.35-spec-All-Power.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the official schema says against a document. */
    private static List<String> errors(String xml) throws IOException {
        try {
            OFFICIAL.newValidator().validate(new StreamSource(new StringReader(xml)));
            return List.of();
        } catch (SAXException e) {
            return List.of(e.toString());
        }
    }

    private static EnrichedItem item(String raw, PubStatus status, String version) throws Exception {
        Feed feed = new Feed(null, version, null, status, Instant.parse("2026-03-02T04:00:00Z"));
        return ENRICHER.enrich(
                new RawDecoder(Limits.DEFAULT).decode(raw.getBytes(StandardCharsets.UTF_8), null, feed), version);
    }

    private static EnrichedItem seed() throws Exception {
        return item(Files.readString(Path.of("seeds/sco-astana-2017-communique.txt")), PubStatus.USABLE, "1");
    }

    private static List<String> all(String xml, String xpath) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        NodeList nodes = (NodeList) paths().evaluate(xpath, document, XPathConstants.NODESET);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(nodes.item(i).getTextContent());
        }
        return values;
    }

    private static String one(String xml, String xpath) throws Exception {
        List<String> values = all(xml, xpath);
        assertThat(values).as(xpath).hasSize(1);
        return values.get(0);
    }

    private static XPath paths() throws XPathExpressionException {
        XPath paths = XPathFactory.newDefaultInstance().newXPath();
        paths.setNamespaceContext(new NamespaceContext() {
            @Override
            public String getNamespaceURI(String prefix) {
                return switch (prefix) {
                    case "n" -> "http://iptc.org/std/nar/2006-10-01/";
                    case "h" -> "http://www.w3.org/1999/xhtml";
                    default -> XMLConstants.XML_NS_URI;
                };
            }

            @Override
            public String getPrefix(String uri) {
                throw new UnsupportedOperationException();
            }

            @Override
            public java.util.Iterator<String> getPrefixes(String uri) {
                throw new UnsupportedOperationException();
            }
        });
        return paths;
    }

    @Test
    void shouldWriteTheSeedAsTheOfficialSchemaAsks() throws Exception {
        assertThat(errors(WRITER.write(seed()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seeds", "src/corpus"})
    void shouldWriteEveryTextOfTheProjectAsTheOfficialSchemaAsks(String directory) throws Exception {
        try (var files = Files.list(Path.of(directory))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".txt")).toList()) {
                EnrichedItem item = item(head(file), PubStatus.USABLE, "1");
                assertThat(errors(WRITER.write(item))).as(file.toString()).isEmpty();
            }
        }
    }

    private static String head(Path file) {
        try {
            return String.join("\n", Files.readAllLines(file).stream().limit(60).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldBeHeldToAnItemByASchemaThatRefuses() throws Exception {
        String xml = WRITER.write(seed());
        assertThat(errors(xml.replace("<itemClass qcode=\"ninat:text\"/>", ""))).isNotEmpty();
        assertThat(errors(xml.replace("confidence=\"", "confidence=\"9"))).isNotEmpty();
        assertThat(errors(xml.replace("contentrefs=\"p03\"", "contentrefs=\"p99\"")))
                .as("a part of a text that is not there")
                .isNotEmpty();
        assertThat(errors(xml.replace("idrefs=\"m1\"", "idrefs=\"m9999\"")))
                .as("a mention that is not there")
                .isNotEmpty();
    }

    @Test
    void shouldCarryTheTextUnchangedAndMarkEveryMentionInIt() throws Exception {
        EnrichedItem seed = seed();
        String xml = WRITER.write(seed);
        assertThat(all(xml, "//h:body/*"))
                .isEqualTo(seed.paragraphs().stream()
                        .map(each -> each.paragraph().text())
                        .toList());
        assertThat(all(xml, "//h:span"))
                .isEqualTo(
                        seed.analysis().mentions().stream().map(Mention::text).toList());
        List<String> referred = all(xml, "//n:inlineRef/@idrefs").stream()
                .flatMap(idrefs -> List.of(idrefs.split(" ", -1)).stream())
                .toList();
        assertThat(referred).containsExactlyInAnyOrderElementsOf(all(xml, "//h:span/@xml:id"));
        assertThat(one(xml, "//n:inlineRef[n:name='普京']/@type")).isEqualTo("cpnat:person");
        String president = one(xml, "//n:inlineRef[n:name='普京']/@idrefs").split(" ", -1)[0];
        assertThat(one(xml, "//h:span[@xml:id='" + president + "']")).isEqualTo("普京");
    }

    @Test
    void shouldDescribeEveryParagraphAsAPart() throws Exception {
        EnrichedItem seed = seed();
        String xml = WRITER.write(seed);
        assertThat(all(xml, "//n:partMeta/@contentrefs")).isEqualTo(all(xml, "//h:body/*/@xml:id"));
        for (EnrichedParagraph paragraph : seed.paragraphs()) {
            String part = "//n:partMeta[@seq='" + paragraph.paragraph().index() + "']";
            List<String> topics = paragraph.subjects().stream()
                    .flatMap(each -> ENRICHER.vocabulary().require(each.subject()).mediaTopics().stream())
                    .map(topic -> topic.qcode())
                    .toList();
            assertThat(all(xml, part + "/n:subject[@type='cpnat:abstract']/@qcode"))
                    .isEqualTo(topics);
            assertThat(all(xml, part + "/n:partMetaExtProperty[@rel='wsprop:desk']/@qcode"))
                    .isEqualTo(paragraph.desks().stream()
                            .map(desk -> "wsdesk:" + desk)
                            .toList());
        }
    }

    @Test
    void shouldSayWhatTheItemIs() throws Exception {
        String xml = WRITER.write(item(VISIT, PubStatus.USABLE, "3"));
        assertThat(errors(xml)).isEmpty();
        assertThat(one(xml, "/n:newsItem/@version")).isEqualTo("3");
        assertThat(one(xml, "/n:newsItem/@standardversion")).isEqualTo("2.35");
        assertThat(one(xml, "//n:provider/n:name")).isEqualTo("新华社");
        assertThat(one(xml, "//n:versionCreated")).isEqualTo("2026-03-01T00:00:00+08:00");
        assertThat(one(xml, "//n:contentMeta/n:headline")).isEqualTo("法国总统访问葡萄牙");
        assertThat(one(xml, "//n:contentMeta/n:located/n:name")).isEqualTo("里斯本");
        assertThat(one(xml, "//n:contentMeta/n:dateline")).startsWith("新华社里斯本");
        assertThat(all(xml, "//n:contentMeta/n:subject[@type='cpnat:abstract']/@qcode"))
                .isNotEmpty()
                .allMatch(code -> code.startsWith("medtop:"));
        assertThat(all(xml, "//n:contentMeta/n:subject/@uri")).contains("http://cvx.iptc.org/iso3166-1a2/fr");
        assertThat(all(xml, "//n:contentMeta/n:subject[@type='cpnat:object']/n:name"))
                .containsExactly("气候合作协议");
    }

    @ParameterizedTest
    @CsvSource({"USABLE,stat:usable", "WITHHELD,stat:withheld", "CANCELED,stat:canceled"})
    void shouldTellTheStatus(PubStatus status, String code) throws Exception {
        String xml = WRITER.write(item(VISIT, status, "2"));
        assertThat(errors(xml)).isEmpty();
        assertThat(one(xml, "//n:pubStatus/@qcode")).isEqualTo(code);
        assertThat(all(xml, "//n:contentSet")).hasSize(status == PubStatus.CANCELED ? 0 : 1);
    }

    @Test
    void shouldWriteAWithdrawalWithoutText() throws Exception {
        String xml =
                WRITER.write(item("{\"uri\":\"urn:x:gone\",\"version\":\"4\",\"pubStatus\":\"canceled\"}", null, "4"));
        assertThat(errors(xml)).isEmpty();
        assertThat(one(xml, "/n:newsItem/@guid")).isEqualTo("urn:x:gone");
        assertThat(one(xml, "//n:pubStatus/@qcode")).isEqualTo("stat:canceled");
    }

    @Test
    void shouldMarkACorrection() throws Exception {
        String xml = WRITER.write(item("更正：" + VISIT, PubStatus.USABLE, "2"));
        assertThat(errors(xml)).isEmpty();
        assertThat(one(xml, "//n:signal/@qcode")).isEqualTo("sig:correction");
    }

    @Test
    void shouldTellAVersionThatIsNoNumberAsAProperty() throws Exception {
        String xml = WRITER.write(item(VISIT, PubStatus.USABLE, "2.1-b"));
        assertThat(errors(xml)).isEmpty();
        assertThat(all(xml, "/n:newsItem/@version")).isEmpty();
        assertThat(one(xml, "//n:itemMetaExtProperty[@rel='wsprop:version']/@value"))
                .isEqualTo("2.1-b");
    }

    @Test
    void shouldReplaceWhatXmlCannotCarryOneForOne() throws Exception {
        assertThat(Xml.legal("a\u0001b\uFFFEc\uD800d𠮷\t")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd𠮷\t");
        String text = VISIT + "\n<script>alert('&amp;')</script> ]]> \"引号\"\u000B结束。";
        String xml = WRITER.write(item(text, PubStatus.USABLE, "1"));
        assertThat(errors(xml)).isEmpty();
        assertThat(all(xml, "//h:script")).isEmpty();
        assertThat(all(xml, "//h:body/*").get(2)).startsWith("<script>alert('&amp;')</script> ]]> \"引号\"");
    }

    @Test
    void shouldBeOneLineAndTheSameForTheSameItem() throws Exception {
        String xml = WRITER.write(seed());
        assertThat(xml).doesNotContain("\n").isEqualTo(WRITER.write(seed()));
    }
}
