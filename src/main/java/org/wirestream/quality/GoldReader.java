package org.wirestream.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads annotated paragraphs, one JSON object a line. */
public final class GoldReader {
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * Reads a file; of two lines for one paragraph the later counts.
     *
     * @throws GoldException when it cannot be read or a line is no annotated paragraph
     */
    public List<GoldParagraph> read(Path file) throws GoldException {
        Map<ParagraphKey, GoldParagraph> paragraphs = new LinkedHashMap<>();
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    GoldParagraph paragraph = mapper.readValue(line, GoldParagraph.class);
                    check(paragraph.doc(), "doc");
                    check(paragraph.text(), "text");
                    paragraphs.put(ParagraphKey.of(paragraph), paragraph);
                }
            }
        } catch (JsonProcessingException e) {
            throw new GoldException(
                    "%s:%d: no annotated paragraph: %s".formatted(file, number, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new GoldException("%s cannot be read: %s".formatted(file, e), e);
        } catch (IllegalArgumentException e) {
            throw new GoldException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
        }
        if (paragraphs.isEmpty()) {
            throw new GoldException("%s has no annotated paragraphs".formatted(file));
        }
        return List.copyOf(paragraphs.values());
    }

    private static void check(@Nullable String value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("the paragraph has no " + name);
        }
    }
}
