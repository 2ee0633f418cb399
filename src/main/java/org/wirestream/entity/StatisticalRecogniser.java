package org.wirestream.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.text.Token;

/** What the statistical tagger calls a person, place or organisation. */
final class StatisticalRecogniser implements Recogniser {
    /** Words that are tagged as names and are none. */
    private final Set<String> never = Set.copyOf(WordList.lines("no-names.txt"));

    @Override
    public void propose(TaggedText text, List<Proposal> proposals) {
        for (Token token : text.tokens()) {
            EntityType type = type(token);
            if (type != null
                    && token.text().length() > 1
                    && !never.contains(token.text())
                    && isName(text, token, type)) {
                proposals.add(new Proposal(token.begin(), token.end(), type, "mynlp", Priorities.STATISTICS));
            }
        }
    }

    private static @Nullable EntityType type(Token token) {
        return switch (token.pos()) {
            case "nr", "nrf" -> EntityType.PER;
            case "ns" -> EntityType.LOC;
            case "nt" -> EntityType.ORG;
            default -> null;
        };
    }

    private static boolean isName(TaggedText text, Token token, EntityType type) {
        char last = token.text().charAt(token.text().length() - 1);
        if (type == EntityType.ORG && "部厅局院署".indexOf(last) >= 0 && text.at(token.end()) == '长') {
            return false;
        }
        return token.text().codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "·—-“”（）".indexOf(c) >= 0);
    }
}
