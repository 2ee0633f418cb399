package org.wirestream.entity;

import java.util.BitSet;
import java.util.List;
import org.wirestream.document.EntityType;

/** Names of people by the way wires write them: with a dot (安东尼奥·古特雷斯), or after an office (总统卢卡申科). */
final class PersonRecogniser implements Recogniser {
    private static final int MAX_PART = 9;
    private static final int MAX_CHINESE = 3;
    /** What may follow a name: what people do, or punctuation. */
    private static final String AFTER = " ，。、；：（）“”！？—》和与及同在于对向就将等说称指表强会出发率主任当也则已曾是为从到并还的2130456789一";

    private final BitSet transliteration = WordList.characters("transliteration.txt");
    private final BitSet surnames = WordList.characters("surnames.txt");
    private final RelationLexicon offices = RelationLexicon.read("offices.txt");

    @Override
    public void propose(TaggedText text, List<Proposal> proposals) {
        dotted(text, proposals);
        for (int i = 2; i < text.text().length() - 1; i++) {
            int office = offices.beginBefore(text.text(), i);
            if (office >= 0 && !offices.mark(text.text().substring(office, i)).equals("not")) {
                titled(text, i, proposals);
            }
        }
    }

    private void dotted(TaggedText text, List<Proposal> proposals) {
        String t = text.text();
        int dot = t.indexOf('·');
        while (dot >= 0) {
            int begin = leftEdge(text, dot);
            int end = rightEdge(text, dot + 1);
            while (text.at(end) == '·') {
                end = rightEdge(text, end + 1);
            }
            if (begin < dot && end > dot + 1) {
                proposals.add(new Proposal(begin, end, EntityType.PER, "dotted-name", Priorities.DOTTED_PERSON));
            }
            dot = t.indexOf('·', Math.max(end, dot + 1));
        }
    }

    /** The first part of a dotted name begins after an office, or where its characters cease to be those of names. */
    private int leftEdge(TaggedText text, int dot) {
        int floor = dot;
        while (floor > 0 && dot - floor < MAX_PART && transliteration.get(text.at(floor - 1))) {
            floor--;
        }
        for (int begin = dot - 1; begin >= floor; begin--) {
            if (offices.beginBefore(text.text(), begin) >= 0 && begin < dot) {
                return begin;
            }
        }
        for (int begin = floor; begin < dot; begin++) {
            if (text.isWordSpan(begin, begin)) {
                return begin;
            }
        }
        return floor;
    }

    private int rightEdge(TaggedText text, int begin) {
        int end = begin;
        while (end - begin < MAX_PART
                && transliteration.get(text.at(end))
                && !(end > begin && isFunctionWord(text, end))) {
            end++;
        }
        if (end == begin && Character.isUpperCase(text.at(begin)) && text.at(begin) < 0x80) {
            return begin + 1;
        }
        return end;
    }

    /** 于, 本, 可: characters of names that are words of their own here. */
    private static boolean isFunctionWord(TaggedText text, int at) {
        return "于本可都以提能会曾时日月其无有先后再又只因由".indexOf(text.at(at)) >= 0 && text.isWordSpan(at, at + 1);
    }

    /** Nothing but a person's name, or characters that the segmenter could make no word of. */
    private static boolean isUnknown(TaggedText text, int begin, int end) {
        return text.tokensIn(begin, end).stream()
                .allMatch(token -> token.text().length() == 1 || token.pos().startsWith("nr"));
    }

    private void titled(TaggedText text, int begin, List<Proposal> proposals) {
        int foreign = rightEdge(text, begin);
        if (foreign - begin >= 2 && foreign - begin <= 8 && text.at(foreign) != '·' && isEnd(text, foreign)) {
            proposals.add(new Proposal(begin, foreign, EntityType.PER, "office-name", Priorities.TITLED_PERSON));
            return;
        }
        if (surnames.get(text.at(begin))) {
            for (int length = MAX_CHINESE; length >= 2; length--) {
                if (isHan(text, begin, begin + length)
                        && isEnd(text, begin + length)
                        && text.isWordSpan(begin, begin + length)
                        && isUnknown(text, begin, begin + length)) {
                    proposals.add(new Proposal(
                            begin, begin + length, EntityType.PER, "office-name", Priorities.STATISTICS - 1));
                    return;
                }
            }
        }
    }

    private static boolean isEnd(TaggedText text, int end) {
        return end >= text.text().length() || AFTER.indexOf(text.at(end)) >= 0 || text.isWordSpan(end, end);
    }

    private static boolean isHan(TaggedText text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (Character.UnicodeScript.of(text.at(i)) != Character.UnicodeScript.HAN) {
                return false;
            }
        }
        return true;
    }
}
