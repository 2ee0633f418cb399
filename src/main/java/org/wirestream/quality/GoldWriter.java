package org.wirestream.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.Mention;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.quality.GoldParagraph.GoldDate;
import org.wirestream.quality.GoldParagraph.GoldEntity;

/** Writes what was found in an item in the shape of hand-made annotations. Stateless. */
public final class GoldWriter {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /**
     * Every paragraph of an item, headline and dateline included.
     *
     * @param doc the document's name
     */
    public List<GoldParagraph> paragraphs(String doc, EnrichedItem item) {
        return item.paragraphs().stream().map(each -> paragraph(doc, each)).toList();
    }

    /** One paragraph as JSON on one line, without a line end; characters outside ASCII stand for themselves. */
    public byte[] json(GoldParagraph paragraph) {
        try {
            return mapper.writeValueAsBytes(paragraph);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers always serialises", e);
        }
    }

    private static GoldParagraph paragraph(String doc, EnrichedParagraph paragraph) {
        Stream<GoldEntity> entities = paragraph.mentions().stream()
                .sorted(Comparator.comparingInt(Mention::begin))
                .map(m -> new GoldEntity(m.begin(), m.end(), m.text(), m.type().name()));
        Stream<GoldDate> dates =
                paragraph.dates().stream().map(d -> new GoldDate(d.begin(), d.end(), d.text(), d.iso()));
        List<String> subjects =
                paragraph.subjects().stream().map(SubjectAssignment::subject).toList();
        return new GoldParagraph(
                doc,
                paragraph.paragraph().index(),
                paragraph.paragraph().text(),
                entities.toList(),
                dates.toList(),
                subjects,
                subjects.isEmpty() ? null : subjects.get(0));
    }
}
