package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence and its clauses in folded offsets, both without the mark that ends them. Quotations, parentheses and titles are
 * not cut through, so a quotation of several sentences stays in one.
 */
record StatementSentence(int begin, int end, List<Clause> clauses) {
    /** A part of a sentence between commas, colons and semicolons. */
    record Clause(int begin, int end) {}

    private static final int MIN_QUOTATION = 6;
    private static final String SENTENCE_ENDS = "。！？\n";
    private static final String CLAUSE_ENDS = "，；：";

    StatementSentence {
        clauses = List.copyOf(clauses);
    }

    /** The sentences of a paragraph's news. */
    static List<StatementSentence> of(RelationText p) {
        List<StatementSentence> sentences = new ArrayList<>();
        List<Clause> clauses = new ArrayList<>();
        int sentence = p.newsBegin();
        int clause = sentence;
        int length = p.text().length();
        for (int i = sentence; i < length; ) {
            char c = p.at(i);
            int past = pastQuotation(p, i);
            boolean quoted = past > i && c == '“' && endsLikeSentence(p, past - 2);
            if (quoted || SENTENCE_ENDS.indexOf(c) >= 0) {
                int end = quoted ? past : i;
                clauses.add(new Clause(clause, end));
                if (!quoted || p.at(past - 2) != '，') {
                    sentences.add(new StatementSentence(sentence, end, clauses));
                    clauses.clear();
                    sentence = quoted ? past : i + 1;
                }
                clause = quoted ? past : i + 1;
                i = clause;
            } else if (CLAUSE_ENDS.indexOf(c) >= 0) {
                clauses.add(new Clause(clause, i));
                clause = i + 1;
                i++;
            } else {
                i = Math.max(i + 1, past);
            }
        }
        if (sentence < length) {
            clauses.add(new Clause(clause, length));
            sentences.add(new StatementSentence(sentence, length, clauses));
        }
        return sentences;
    }

    /**
     * The opening mark of the quotation that a clause like 他说 follows, or -1: one that ends as a sentence does or is all that
     * the sentence had so far, as 定为“节水日”，… is none.
     */
    int quotationBefore(RelationText p, Clause clause) {
        int close = p.at(clause.begin() - 1) == '，' ? clause.begin() - 2 : clause.begin() - 1;
        int open = p.at(close) == '”' ? p.partner(close) : -1;
        return open >= 0 && (endsLikeSentence(p, close - 1) || (open == begin && isQuotation(p, open))) ? open : -1;
    }

    /** Whether “…” are somebody's words, and not a name in marks like “一带一路”. */
    static boolean isQuotation(RelationText p, int open) {
        int close = p.partner(open);
        if (close < 0) {
            return true;
        }
        char after = p.at(close + 1);
        return endsLikeSentence(p, close - 1) || ("，。；！？\n".indexOf(after) >= 0 && close - open > MIN_QUOTATION);
    }

    private static boolean endsLikeSentence(RelationText p, int last) {
        return "。！？，…—".indexOf(p.at(last)) >= 0;
    }

    /** Past a bracket or quotation; one that is opened after a comma or colon and never closed runs to the end. */
    private static int pastQuotation(RelationText p, int i) {
        boolean unclosed = p.at(i) == '“' && p.partner(i) < 0 && "，：\n".indexOf(p.at(i - 1)) >= 0;
        return unclosed ? p.text().length() : p.past(i);
    }
}
