package org.wirestream.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wirestream.document.EntityType;
import org.wirestream.text.Token;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireParser;

/** Texts whose words are given, and what is marked in them. */
final class Words {
    private Words() {}

    /** A paragraph; its words end at bars. */
    static TaggedText of(String words) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (String word : words.split("[|]", -1)) {
            tokens.add(new Token(word, "", at, at + word.length()));
            at += word.length();
        }
        return new TaggedText(paragraph(words.replace("|", "")), tokens, List.of());
    }

    private static Paragraph paragraph(String text) {
        try {
            return new WireParser(Limits.DEFAULT)
                    .parse(text, Feed.silent(Instant.EPOCH))
                    .paragraphs()
                    .get(0);
        } catch (MalformedWireException e) {
            throw new AssertionError(e);
        }
    }

    /** The first place of a name in a text, as the model would mark it. */
    static Proposal name(TaggedText text, String surface, EntityType type) {
        int begin = text.text().indexOf(surface);
        return new Proposal(begin, begin + surface.length(), type, "model", Priorities.MODEL);
    }

    /** What is marked, as {@code TYPE text}. */
    static List<String> marked(TaggedText text, List<Proposal> names) {
        return names.stream()
                .map(name -> name.type() + " " + text.text().substring(name.begin(), name.end()))
                .toList();
    }
}
