package org.wirestream.ninjs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.ItemTime;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.MalformedWireException.Reason;
import org.wirestream.wire.PubStatus;

/**
 * Reads ninjs documents: 2.x and 3.x ({@code headlines}, {@code bodies}) and the flat 1.x names ({@code headline},
 * {@code body_text}, {@code body_html}). Stateless and safe for use by many threads.
 */
public final class NinjsReader {
    /** Deeper than any ninjs document, shallow enough for every thread's stack. */
    private static final int MAX_DEPTH = 100;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Makes a reader that refuses documents nested deeper than ninjs ever is. */
    public NinjsReader() {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
    }

    /**
     * Reads one document.
     *
     * @throws MalformedWireException when it is no JSON object, or lacks uri or body; the message says why
     */
    public NinjsInput read(byte[] json) throws MalformedWireException {
        JsonNode root = parse(json);
        String uri = text(root, "uri");
        if (uri == null) {
            throw new MalformedWireException(Reason.NINJS_NO_URI, "the ninjs document has no uri; give it one");
        }
        PubStatus status = status(root);
        String body = body(root);
        if (body == null && status != PubStatus.CANCELED) {
            throw new MalformedWireException(
                    Reason.NINJS_NO_BODY,
                    "the ninjs document %s has no body text; only a canceled one may lack it".formatted(uri));
        }
        return new NinjsInput(uri, text(root, "version"), time(root), status, headline(root), body);
    }

    private JsonNode parse(byte[] json) throws MalformedWireException {
        JsonNode root;
        try {
            root = mapper.readTree(json);
        } catch (StreamConstraintsException e) {
            throw new MalformedWireException(
                    Reason.JSON_TOO_DEEP, "the JSON nests too deep: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new MalformedWireException(
                    Reason.JSON_SYNTAX,
                    "the JSON does not parse at line %d, column %d: %s"
                            .formatted(
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr(),
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()));
        } catch (IOException e) {
            throw new MalformedWireException(Reason.JSON_SYNTAX, "the JSON cannot be read: " + e.getMessage());
        }
        if (root == null || !root.isObject()) {
            throw new MalformedWireException(Reason.JSON_SYNTAX, "the JSON is no object; ninjs is one object an item");
        }
        return root;
    }

    private static @Nullable String headline(JsonNode root) {
        String main = main(root.path("headlines"));
        return main == null ? text(root, "headline") : main;
    }

    private static @Nullable String body(JsonNode root) {
        JsonNode main = mainNode(root.path("bodies"));
        if (main != null) {
            String value = text(main, "value");
            String type = text(main, "contentType");
            return value != null && type != null && type.contains("html") ? plain(value) : value;
        }
        String text = text(root, "body_text");
        if (text != null) {
            return text;
        }
        String html = text(root, "body_html");
        if (html == null) {
            html = text(root, "body_xhtml");
        }
        return html == null ? null : plain(html);
    }

    /** The entry with role main, else the first one with a value. */
    private static @Nullable JsonNode mainNode(JsonNode entries) {
        JsonNode first = null;
        for (JsonNode entry : entries) {
            if (text(entry, "value") == null) {
                continue;
            }
            if ("main".equals(text(entry, "role"))) {
                return entry;
            }
            first = first == null ? entry : first;
        }
        return first;
    }

    private static @Nullable String main(JsonNode entries) {
        JsonNode node = mainNode(entries);
        return node == null ? null : text(node, "value");
    }

    private static @Nullable PubStatus status(JsonNode root) throws MalformedWireException {
        String value = text(root, "pubStatus");
        if (value == null) {
            value = text(root, "pubstatus");
        }
        if (value == null) {
            return null;
        }
        try {
            return PubStatus.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MalformedWireException(
                    Reason.NINJS_BAD_VALUE, "pubStatus %s is none of usable, withheld, canceled".formatted(value));
        }
    }

    private static @Nullable OffsetDateTime time(JsonNode root) throws MalformedWireException {
        for (String name : new String[] {"versionCreated", "versioncreated", "contentCreated", "firstCreated"}) {
            String value = text(root, name);
            if (value != null) {
                try {
                    return ItemTime.parse(value);
                } catch (DateTimeException e) {
                    throw new MalformedWireException(
                            Reason.NINJS_BAD_VALUE,
                            "%s %s is no ISO 8601 date-time with offset".formatted(name, value));
                }
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    /** One line for each block; markup is dropped, never run. */
    private static String plain(String html) {
        Element body = Jsoup.parse(html).body();
        body.select("script, style").remove();
        return HtmlLines.of(body);
    }
}
