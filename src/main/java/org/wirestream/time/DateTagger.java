package org.wirestream.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wirestream.document.DateMention;
import org.wirestream.wire.Dateline;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Finds calendar expressions and resolves them to ISO 8601: days, months, years, quarters and intervals of them, relative
 * words too. Immutable and safe for use by many threads.
 */
public final class DateTagger {
    private final DateScanner scanner = new DateScanner();

    /**
     * The calendar expressions of an item in text order. What one leaves out comes from the year written before it in its
     * sentence, else from the item's own date; an impossible date (2月30日) is none.
     */
    public List<DateMention> tag(WireItem item) {
        List<DateMention> mentions = new ArrayList<>();
        DateResolver resolver = new DateResolver(filed(item));
        for (Paragraph paragraph : item.paragraphs()) {
            resolver.beginSentence();
            FoldedText text = paragraph.folded();
            int sentence = 0;
            for (Expression expression : scanner.scan(text.folded())) {
                int stop = text.folded().indexOf('。', sentence);
                if (stop >= 0 && stop < expression.begin()) {
                    resolver.beginSentence();
                    sentence = text.folded().lastIndexOf('。', expression.begin()) + 1;
                }
                String iso = resolver.resolve(expression);
                if (iso != null) {
                    int begin = text.sourceBegin(expression.begin());
                    int end = text.sourceEnd(expression.end());
                    mentions.add(new DateMention(
                            paragraph.index(), begin, end, paragraph.text().substring(begin, end), iso));
                }
            }
        }
        return mentions;
    }

    /** “Today” is the dateline's day, which may be the day before the item was sent. */
    private static LocalDate filed(WireItem item) {
        Dateline dateline = item.dateline();
        return dateline == null || dateline.date() == null ? item.time().date() : dateline.date();
    }
}
