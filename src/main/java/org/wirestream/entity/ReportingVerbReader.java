package org.wirestream.entity;

import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.entity.RelationText.Named;
import org.wirestream.entity.StatementHolderReader.Holder;
import org.wirestream.entity.StatementHolderReader.Kind;

/** Finds the reporting verb that a holder governs: 强调 in 习近平9日会见普京时强调. Immutable. */
final class ReportingVerbReader {
    /**
     * A verb in folded offsets.
     *
     * @param stance whether it takes a position (支持) rather than gives words
     * @param listener whether a listener comes first (告诉记者)
     */
    record Verb(int begin, int end, boolean stance, boolean listener) {}

    private static final int MAX_GAP = 60;
    private static final String CASE_MARKERS = "对就向与同";
    private static final String NO_VERB_AFTER = "的被所可";
    private static final String NO_VERB_BEFORE = "的者性";

    private final StatementHolderReader holders;
    private final RelationLexicon verbs = RelationLexicon.read("reporting-verbs.txt");
    private final RelationLexicon settings = RelationLexicon.read("statement-settings.txt");

    ReportingVerbReader(StatementHolderReader holders) {
        this.holders = holders;
    }

    /** The first verb of a clause that its holder governs, or null. */
    @Nullable
    Verb governed(RelationText p, Holder holder, int clauseEnd) {
        int end = Math.min(clauseEnd, holder.end() + MAX_GAP);
        for (int i = holder.end(); i < end; ) {
            int past = p.past(i);
            Named m = p.mentionAt(i);
            if (past > i) {
                i = past;
            } else if (m != null) {
                i = m.end();
            } else {
                Verb verb = at(p, i, holder.according());
                if (verb != null && governs(p, holder, verb)) {
                    return verb;
                }
                i = Math.max(i + 1, verb == null ? verbs.endAt(p.text(), i) : verb.end());
            }
        }
        return null;
    }

    /** The verb at the head of a clause without a holder of its own (…，认为…), or null. */
    @Nullable
    Verb leading(RelationText p, int clauseBegin, int clauseEnd) {
        int begin = holders.skipAdverbs(p, clauseBegin, clauseEnd);
        return begin < clauseEnd && !p.isNamed(begin) ? at(p, begin, false) : null;
    }

    private @Nullable Verb at(RelationText p, int begin, boolean according) {
        int end = verbs.endAt(p.text(), begin);
        if (end < 0 || p.isNamedWithin(begin, end)) {
            return null;
        }
        String mark = verbs.mark(p.text().substring(begin, end));
        if (mark.equals("not")
                || (mark.equals("source") && !according)
                || NO_VERB_AFTER.indexOf(p.at(begin - 1)) >= 0
                || NO_VERB_BEFORE.indexOf(p.at(end)) >= 0) {
            return null;
        }
        return new Verb(begin, extended(p, end), mark.equals("stance"), mark.equals("tell"));
    }

    /** 强调说, 反问道: the verb of saying that follows belongs to the verb. */
    private int extended(RelationText p, int end) {
        boolean speech = "说称道".indexOf(p.at(end)) >= 0;
        return speech && "，：“".indexOf(p.at(end + 1)) >= 0 ? end + 1 : end;
    }

    private boolean governs(RelationText p, Holder holder, Verb verb) {
        int from = holders.skipAdverbs(p, holder.end(), verb.begin());
        if (from >= verb.begin()) {
            return true;
        }
        if (verb.stance() || holder.kind() == Kind.PLACE) {
            return false;
        }
        int to = holders.beforeAdverbs(p, from, verb.begin());
        boolean setting = endsWithSetting(p, from, to);
        if (p.at(from) == '在' || p.text().startsWith("通过", from)) {
            Named last = p.mentionBefore(to);
            return setting || (last != null && last.is(EntityType.LOC) && last.begin() > from);
        }
        return setting || (CASE_MARKERS.indexOf(p.at(from)) >= 0 && to - from > 1);
    }

    private boolean endsWithSetting(RelationText p, int from, int to) {
        int begin = settings.beginBefore(p.text(), to);
        return begin > from && !p.isNamed(to - 1);
    }
}
