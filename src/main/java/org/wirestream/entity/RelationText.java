package org.wirestream.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.DateMention;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * One paragraph as the relation finders read it: folded text with mentions, dates and brackets by folded offset.
 *
 * <p>Offsets here are UTF-16 code units of the folded text; {@link #sourceBegin} and {@link #sourceEnd} lead back.
 */
final class RelationText {
    /** A mention in folded offsets. */
    record Named(Mention mention, int begin, int end) {
        boolean is(EntityType type) {
            return mention.type() == type;
        }

        boolean isCountry() {
            return mention.type() == EntityType.LOC && mention.entity().startsWith("country:");
        }
    }

    /** A date in folded offsets. */
    record Dated(DateMention date, int begin, int end) {}

    private static final int LONGEST_WORD = 32;

    private final Paragraph paragraph;
    private final String text;
    private final int begin;
    private final List<Named> mentions = new ArrayList<>();
    private final List<Dated> dates = new ArrayList<>();
    private final @Nullable Named[] covering;
    private final @Nullable Dated[] dateCovering;
    private final int[] partner;

    private RelationText(Paragraph paragraph, List<Mention> mentions, List<DateMention> dates) {
        this.paragraph = paragraph;
        this.text = paragraph.folded().folded();
        this.begin = paragraph.folded().foldedOffset(paragraph.newsBegin());
        this.covering = new Named[text.length()];
        this.dateCovering = new Dated[text.length()];
        for (Mention m : mentions) {
            Named named = new Named(m, folded(m.begin()), folded(m.end()));
            if (named.begin < named.end && covering[named.begin] == null) {
                this.mentions.add(named);
                Arrays.fill(covering, named.begin, named.end, named);
            }
        }
        for (DateMention d : dates) {
            Dated dated = new Dated(d, folded(d.begin()), folded(d.end()));
            if (dated.begin < dated.end && dateCovering[dated.begin] == null) {
                this.dates.add(dated);
                Arrays.fill(dateCovering, dated.begin, dated.end, dated);
            }
        }
        this.partner = partners(text);
    }

    /** The paragraphs of an item with what was found in each. */
    static List<RelationText> of(WireItem item, List<Mention> mentions, List<DateMention> dates) {
        Map<Integer, List<Mention>> mentionsOf = new HashMap<>();
        mentions.forEach(m -> mentionsOf
                .computeIfAbsent(m.paragraph(), k -> new ArrayList<>())
                .add(m));
        Map<Integer, List<DateMention>> datesOf = new HashMap<>();
        dates.forEach(d ->
                datesOf.computeIfAbsent(d.paragraph(), k -> new ArrayList<>()).add(d));
        return item.paragraphs().stream()
                .map(p -> new RelationText(
                        p, mentionsOf.getOrDefault(p.index(), List.of()), datesOf.getOrDefault(p.index(), List.of())))
                .toList();
    }

    Paragraph paragraph() {
        return paragraph;
    }

    int index() {
        return paragraph.index();
    }

    String text() {
        return text;
    }

    /** Where the news begins, past a dateline. */
    int newsBegin() {
        return begin;
    }

    List<Named> mentions() {
        return mentions;
    }

    List<Dated> dates() {
        return dates;
    }

    /** The character at an offset, or a line feed outside the text. */
    char at(int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\n';
    }

    boolean isNamed(int offset) {
        return offset >= 0 && offset < covering.length && covering[offset] != null;
    }

    boolean isDated(int offset) {
        return offset >= 0 && offset < dateCovering.length && dateCovering[offset] != null;
    }

    /** Whether a mention reaches into the span. */
    boolean isNamedWithin(int from, int to) {
        for (int i = from; i < to; i++) {
            if (covering[i] != null) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Named mentionAt(int offset) {
        Named m = offset >= 0 && offset < covering.length ? covering[offset] : null;
        return m != null && m.begin == offset ? m : null;
    }

    @Nullable
    Named mentionBefore(int offset) {
        Named m = offset > 0 && offset <= covering.length ? covering[offset - 1] : null;
        return m != null && m.end == offset ? m : null;
    }

    /** Where the text without mentions that ends at an offset begins; looks back no further than a word can be long. */
    int freeBefore(int offset) {
        int begin = offset;
        while (begin > 0 && offset - begin < LONGEST_WORD && covering[begin - 1] == null) {
            begin--;
        }
        return begin;
    }

    @Nullable
    Dated dateAt(int offset) {
        Dated d = offset >= 0 && offset < dateCovering.length ? dateCovering[offset] : null;
        return d != null && d.begin == offset ? d : null;
    }

    @Nullable
    Dated dateBefore(int offset) {
        Dated d = offset > 0 && offset <= dateCovering.length ? dateCovering[offset - 1] : null;
        return d != null && d.end == offset ? d : null;
    }

    /** The other one of a pair of （）, “” or 《》, or -1 when the character at the offset is no part of a pair. */
    int partner(int offset) {
        return offset >= 0 && offset < partner.length ? partner[offset] : -1;
    }

    /** Where reading goes on after the bracket or quotation that opens at an offset; the offset where none does. */
    int past(int offset) {
        int other = partner(offset);
        return other > offset ? other + 1 : offset;
    }

    String source(int from, int to) {
        return paragraph.folded().sourceText(from, to);
    }

    int sourceBegin(int offset) {
        return paragraph.folded().sourceBegin(offset);
    }

    int sourceEnd(int offset) {
        return paragraph.folded().sourceEnd(offset);
    }

    private int folded(int sourceOffset) {
        return Math.max(0, Math.min(text.length(), paragraph.folded().foldedOffset(sourceOffset)));
    }

    /** Pairs of each kind by a stack of its own, so that a stray mark of one kind does not undo the others. */
    private static int[] partners(String text) {
        int[] partner = new int[text.length()];
        Arrays.fill(partner, -1);
        String opening = "（“《";
        String closing = "）”》";
        List<Deque<Integer>> open = List.of(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());
        for (int i = 0; i < text.length(); i++) {
            int opens = opening.indexOf(text.charAt(i));
            int closes = closing.indexOf(text.charAt(i));
            if (opens >= 0) {
                open.get(opens).push(i);
            } else if (closes >= 0 && !open.get(closes).isEmpty()) {
                int begin = open.get(closes).pop();
                partner[begin] = i;
                partner[i] = begin;
            }
        }
        return partner;
    }
}
