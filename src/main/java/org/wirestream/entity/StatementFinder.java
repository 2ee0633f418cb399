package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.Mention;
import org.wirestream.document.Statement;
import org.wirestream.entity.ReportingVerbReader.Verb;
import org.wirestream.entity.StatementHolderReader.Holder;
import org.wirestream.entity.StatementHolderReader.Kind;
import org.wirestream.wire.WireItem;

/**
 * Finds who says, stresses or supports what, in the body of an item. Safe for use by many threads.
 *
 * <p>The span of a statement is what is said: the words between quotation marks when it is direct, else up to the end of the
 * sentence or to the next verb of the same holder (元首们支持…，认为…).
 */
final class StatementFinder {
    private final StatementHolderReader holders = new StatementHolderReader(new OfficeReader());
    private final ReportingVerbReader verbs = new ReportingVerbReader(holders);

    /**
     * Finds the statements of an item.
     *
     * @param mentions the item's mentions in text order
     * @return the statements in text order of their verbs
     */
    List<Statement> find(WireItem item, List<Mention> mentions) {
        List<Statement> statements = new ArrayList<>();
        for (RelationText p : RelationText.of(item, mentions, List.of())) {
            if (p.paragraph().isBody()) {
                new Reading(p, statements).read();
            }
        }
        return List.copyOf(statements);
    }

    /** One pass over one paragraph. */
    private final class Reading {
        private final RelationText p;
        private final List<Statement> statements;
        /** The last person that a clause began with, for 他 and 她. */
        private @Nullable String person;
        /** A reported statement whose end is not yet known. */
        private @Nullable Holder openHolder;

        private @Nullable Verb openVerb;
        private int openBegin;

        Reading(RelationText p, List<Statement> statements) {
            this.p = p;
            this.statements = statements;
        }

        void read() {
            for (StatementSentence sentence : StatementSentence.of(p)) {
                read(sentence);
            }
        }

        private void read(StatementSentence sentence) {
            Holder subject = null;
            int next = 0;
            for (StatementSentence.Clause clause : sentence.clauses()) {
                if (clause.begin() < next) {
                    continue;
                }
                Holder head = resolve(holders.at(p, clause.begin(), clause.end()));
                Verb verb = head == null ? null : verbs.governed(p, head, clause.end());
                if (head != null && (subject == null || verb != null)) {
                    if (openVerb != null && !openVerb.stance()) {
                        continue;
                    }
                    subject = head;
                } else if (head == null && subject != null && subject.kind() != Kind.PLACE) {
                    verb = verbs.leading(p, clause.begin(), clause.end());
                }
                if (verb != null && subject != null) {
                    close(clause.begin() - 1);
                    int quotation = head == null ? -1 : sentence.quotationBefore(p, clause);
                    int consumed = open(subject, verb, clause.end(), quotation, sentence.end());
                    next = Math.max(next, consumed);
                }
            }
            close(sentence.end());
        }

        private @Nullable Holder resolve(@Nullable Holder holder) {
            if (holder == null) {
                return null;
            }
            if (holder.kind() == Kind.PRONOUN) {
                return person == null ? null : holder.of(person);
            }
            if (holder.kind() == Kind.PERSON) {
                person = holder.entity();
            }
            return holder;
        }

        /** Opens or adds the statement of a verb; returns the offset up to which the text is part of what is said. */
        private int open(Holder holder, Verb verb, int clauseEnd, int quoteBefore, int sentenceEnd) {
            int begin = verb.end();
            boolean comma = p.at(begin) == '，' || p.at(begin) == '：';
            if (verb.listener() && !comma) {
                begin = clauseEnd;
                comma = begin < sentenceEnd;
            }
            if (quoteBefore >= 0) {
                add(holder, verb, true, quoteBefore + 1, p.partner(quoteBefore));
            }
            if (begin >= sentenceEnd || (comma && begin + 1 >= sentenceEnd)) {
                return sentenceEnd;
            }
            int content = comma ? begin + 1 : begin;
            if (p.at(content) == '了' || p.at(content) == ' ') {
                content++;
            }
            if (p.at(content) == '“' && StatementSentence.isQuotation(p, content)) {
                int end = p.partner(content) < 0 ? p.text().length() : p.partner(content);
                add(holder, verb, true, content + 1, end);
                return end + 1;
            }
            openHolder = holder;
            openVerb = verb;
            openBegin = content;
            // What follows 强调， is said to the end of the sentence, with the verbs in it.
            return comma ? sentenceEnd : content;
        }

        private void close(int end) {
            if (openHolder != null && openVerb != null) {
                add(openHolder, openVerb, false, openBegin, end);
            }
            openHolder = null;
            openVerb = null;
        }

        private void add(Holder holder, Verb verb, boolean direct, int begin, int end) {
            if (end - begin >= 2) {
                statements.add(new Statement(
                        holder.text(),
                        holder.entity(),
                        p.source(verb.begin(), verb.end()),
                        direct,
                        p.index(),
                        p.sourceBegin(begin),
                        p.sourceEnd(end)));
            }
        }
    }
}
