package org.wirestream.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.text.Token;

/** What the statistical tagger calls a person, place or organisation. */
final class StatisticalRecogniser implements Recogniser {
    /** Words that are tagged as names and are none. */
    private final RelationLexicon endings = RelationLexicon.read("no-name-endings.txt");

    private final Set<String> never = Set.copyOf(WordList.lines("no-names.txt"));

    @Override
    public void propose(TaggedText text, List<Proposal> proposals) {
        for (Token token : text.tokens()) {
            EntityType type = type(token);
            if (type == null) {
                continue;
            }
            int end = token.end() - genericEnding(token.text(), type);
            String name = text.text().substring(token.begin(), end);
            if (name.length() > 1 && !never.contains(name) && isName(text, token, name, type)) {
                proposals.add(new Proposal(token.begin(), end, type, "mynlp", Priorities.STATISTICS));
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

    /** 加沙地区: the generic word after a place stays outside. */
    private static int genericEnding(String word, EntityType type) {
        return type == EntityType.LOC && word.length() > 3 && word.endsWith("地区") ? 2 : 0;
    }

    private boolean isName(TaggedText text, Token token, String name, EntityType type) {
        char last = name.charAt(name.length() - 1);
        if (type == EntityType.ORG && "部厅局院署".indexOf(last) >= 0 && text.at(token.end()) == '长') {
            return false;
        }
        if (type != EntityType.PER && endings.beginBefore(name, name.length()) >= 0) {
            return false;
        }
        if (type == EntityType.PER && "和与及".indexOf(name.charAt(0)) >= 0) {
            return false;
        }
        return name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "·—-“”（）".indexOf(c) >= 0);
    }
}
