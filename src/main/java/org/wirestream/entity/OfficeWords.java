package org.wirestream.entity;

import org.wirestream.document.EntityType;

/** The words that an office is made of: titles, what belongs to them (副, 前, 驻华), and departments. Immutable. */
final class OfficeWords {
    private static final int MAX_PARTS = 4;
    private static final int MAX_UNKNOWN_PART = 10;
    private static final String PART_ENDINGS = "部局司处委厅院系所室会台馆署社队团";
    private static final String CLAUSE_WORDS = "的在是和与对了说向由让请";
    private static final String NUMERALS = "0123456789〇零一二三四五六七八九十百";

    private final RelationLexicon offices = RelationLexicon.read("offices.txt");
    private final RelationLexicon modifiers = RelationLexicon.read("office-modifiers.txt");
    private final RelationLexicon departments = RelationLexicon.read("departments.txt");

    /** What the word list says of a title. */
    String mark(String title) {
        return offices.mark(title);
    }

    /** Where the title that ends at an offset begins, or -1; never inside a mention. */
    int titleBefore(RelationText p, int end) {
        return offices.beginBefore(p.text(), end, p.freeBefore(end));
    }

    /** One past the end of the title that begins at an offset, or -1. */
    int officeEnd(RelationText p, int begin) {
        return offices.endAt(p.text(), begin);
    }

    /** One past the end of the department that begins at an offset, or -1. */
    int departmentEnd(RelationText p, int begin) {
        return departments.endAt(p.text(), begin);
    }

    /** One past the end of the office or department that begins at an offset, or -1. */
    int titleEnd(RelationText p, int begin) {
        int title = offices.endAt(p.text(), begin);
        if (title > 0 && isMarked(p, begin, title, "not")) {
            title = -1;
        }
        int end = Math.max(title, departments.endAt(p.text(), begin));
        return end > 0 && p.isNamedWithin(begin, end) ? -1 : end;
    }

    /** One past the end of a word that belongs to an office after it (副, 前), or -1. */
    int modifierEnd(RelationText p, int begin) {
        int end = modifiers.endAt(p.text(), begin);
        return end > 0 && p.isNamedWithin(begin, end) ? -1 : end;
    }

    /** Where the words that belong to a title (前, 常务副, 第45任) and end at an offset begin. */
    int modifiersBefore(RelationText p, int end) {
        int begin = end;
        for (int i = 0; i < MAX_PARTS; i++) {
            int next = modifiers.beginBefore(p.text(), begin, p.freeBefore(begin));
            if (next < 0) {
                next = ordinal(p, begin);
            }
            if (next < 0
                    || p.isNamedWithin(next, begin)
                    || modifiers.mark(p.text().substring(next, begin)).indexOf(p.at(next - 1)) >= 0) {
                break;
            }
            begin = next;
        }
        return begin;
    }

    /** 第45任, 第十四届. */
    private static int ordinal(RelationText p, int end) {
        int i = end - 1;
        if (p.at(i) != '任' && p.at(i) != '届') {
            return -1;
        }
        int digits = i;
        while (digits > i - MAX_PARTS && NUMERALS.indexOf(p.at(digits - 1)) >= 0) {
            digits--;
        }
        return digits < i && p.at(digits - 1) == '第' ? digits - 1 : -1;
    }

    /** 驻美国大使, 常驻联合国代表: where one is sent to belongs to the office, and is not its owner. */
    int host(RelationText p, int officeBegin) {
        RelationText.Named m = p.mentionBefore(officeBegin);
        int hostBegin = m == null ? officeBegin - 1 : m.begin();
        if (p.at(hostBegin - 1) != '驻') {
            return officeBegin;
        }
        int begin = hostBegin - 1;
        return modifiersBefore(p, p.at(begin - 1) == '常' ? begin - 1 : begin);
    }

    /** Where the departments that end at an offset begin. */
    int partsBefore(RelationText p, int officeBegin) {
        int begin = officeBegin;
        for (int i = 0; i < MAX_PARTS && p.mentionBefore(begin) == null; i++) {
            int next = departments.beginBefore(p.text(), begin, p.freeBefore(begin));
            if (next < 0 || p.isNamedWithin(next, begin)) {
                break;
            }
            begin = next;
        }
        return begin == officeBegin ? unknownPart(p, officeBegin) : begin;
    }

    /** A part that no list has, between a mention and the office: 某大学{经济系}教授. */
    private static int unknownPart(RelationText p, int officeBegin) {
        if (PART_ENDINGS.indexOf(p.at(officeBegin - 1)) < 0) {
            return officeBegin;
        }
        for (int i = officeBegin - 1; i >= officeBegin - MAX_UNKNOWN_PART; i--) {
            if (p.isNamed(i)) {
                RelationText.Named m = p.mentionBefore(i + 1);
                return m != null && (m.is(EntityType.ORG) || m.is(EntityType.LOC)) ? i + 1 : officeBegin;
            }
            if (!Character.isIdeographic(p.at(i)) || CLAUSE_WORDS.indexOf(p.at(i)) >= 0) {
                break;
            }
        }
        return officeBegin;
    }

    /** Whether a title can follow the name or a verb of appointment. */
    boolean standsAfterName(RelationText p, int begin, int end) {
        String mark = offices.mark(p.text().substring(begin, end));
        return !(mark.equals("front") || mark.equals("owned") || mark.equals("not"));
    }

    /** Whether the list marks a title so. */
    boolean isMarked(RelationText p, int begin, int end, String mark) {
        return offices.mark(p.text().substring(begin, end)).equals(mark);
    }
}
