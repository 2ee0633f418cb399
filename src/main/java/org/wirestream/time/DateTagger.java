package org.wirestream.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wirestream.document.DateMention;
import org.wirestream.wire.Dateline;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Finds calendar expressions and resolves them to ISO 8601 (ISO 8601-1:2019: a day, a month, a year, or an interval of them).
 *
 * <p>Lengths of time, ages, ordinals, recurring dates, times of day, dates of other calendars, dates in a title between 《》
 * and words without a certain date (近日, 同期) are no mentions; nor are dates that do not exist (2月30日). Takes time linear
 * in the length of the text. Stateless and safe for use by many threads.
 */
public final class DateTagger {
    private final DateLexicon lexicon = new DateLexicon();

    /**
     * The calendar expressions of an item in text order, not overlapping, resolved against the date of its dateline, else
     * its own date, and against the nearest earlier full date.
     */
    public List<DateMention> tag(WireItem item) {
        DateContext context = new DateContext(filed(item));
        DateResolver resolver = new DateResolver(context);
        boolean chineseDays = item.paragraphs().stream()
                .anyMatch(paragraph ->
                        ChineseNumerals.hasMonthDay(paragraph.folded().folded()));
        List<DateMention> mentions = new ArrayList<>();
        for (Paragraph paragraph : item.paragraphs()) {
            context.beginParagraph();
            for (Expression expression : new DateScanner(paragraph.folded().folded(), lexicon, chineseDays).scan()) {
                for (Expression resolvable : parts(expression, resolver)) {
                    DateValue value = resolver.resolve(resolvable);
                    if (value != null && isWithFourDigits(value)) {
                        context.remember(resolvable, value);
                        mentions.add(mention(paragraph, resolvable, value));
                    }
                }
            }
        }
        return mentions;
    }

    /** The day after 31 December 9999 has no date in records. */
    private static boolean isWithFourDigits(DateValue value) {
        return value.iso().charAt(0) != '+' && value.iso().indexOf("/+") < 0;
    }

    private static LocalDate filed(WireItem item) {
        Dateline dateline = item.dateline();
        return dateline != null && dateline.date() != null
                ? dateline.date()
                : item.time().date();
    }

    /** An interval that runs backwards or has an end that does not exist is two expressions. */
    private static List<Expression> parts(Expression expression, DateResolver resolver) {
        Term last = expression.last();
        if (last == null || resolver.resolve(expression) != null) {
            return List.of(expression);
        }
        return expression.first().open()
                ? List.of(expression.with(last))
                : List.of(expression.with(expression.first()), expression.with(last));
    }

    private static DateMention mention(Paragraph paragraph, Expression expression, DateValue value) {
        int begin = paragraph.folded().sourceBegin(expression.begin());
        int end = paragraph.folded().sourceEnd(expression.end());
        return new DateMention(paragraph.index(), begin, end, paragraph.text().substring(begin, end), value.iso());
    }
}
