package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;
import org.wirestream.document.EntityType;
import org.wirestream.text.Token;

/** Known names. A short one counts only where words begin and end, so that 海南 is not found in 上海南部. */
final class GazetteerRecogniser implements Recogniser {
    /** Names this long are themselves evidence enough. */
    private static final int SURE_LENGTH = 4;
    /** What makes another word of a direction (东北部) or a country (日本队 is a team, 中国人 is not a country's name). */
    private static final String NOT_AFTER_PLACE = "部侧";

    private final Gazetteer gazetteer;

    GazetteerRecogniser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The names that are known by their letters alone, as words; not overlapping, in text order. */
    List<Token> sureNames(String text) {
        List<Proposal> sure = new ArrayList<>();
        for (Gazetteer.Match match : gazetteer.matches(text)) {
            if (isSure(match) && !isOffice(text, match) && !isCapital(text, match.begin())) {
                sure.add(new Proposal(
                        match.begin(), match.end(), match.name().type(), "gazetteer", match.end() - match.begin()));
            }
        }
        return Resolver.resolve(sure).stream()
                .filter(p -> p.type() != EntityType.EVENT)
                .map(p -> new Token(
                        text.substring(p.begin(), p.end()),
                        p.type() == EntityType.ORG ? "nt" : "ns",
                        p.begin(),
                        p.end()))
                .toList();
    }

    private static boolean isSure(Gazetteer.Match match) {
        int length = match.end() - match.begin();
        return length >= SURE_LENGTH
                || (length == SURE_LENGTH - 1 && match.name().country() != null);
    }

    /** 首都柏林 holds 都柏林 only by its letters. */
    private static boolean isCapital(String text, int begin) {
        return begin > 0 && text.charAt(begin) == '都' && text.charAt(begin - 1) == '首';
    }

    @Override
    public void propose(TaggedText text, List<Proposal> proposals) {
        for (Gazetteer.Match match : gazetteer.matches(text.text())) {
            Gazetteer.Name name = match.name();
            int length = match.end() - match.begin();
            boolean afterCapital = text.text().startsWith("首都", Math.max(0, match.begin() - 2));
            if (isCapital(text.text(), match.begin())
                    || (!isSure(match)
                            && !afterCapital
                            && !text.isWordSpan(match.begin(), match.end())
                            && !isStacked(text, match))) {
                continue;
            }
            if (name.type() == EntityType.LOC
                    && name.country() == null
                    && length == 2
                    && NOT_AFTER_PLACE.indexOf(text.at(match.end())) >= 0) {
                continue;
            }
            if (name.type() == EntityType.ORG && isOffice(text.text(), match)) {
                continue;
            }
            proposals.add(new Proposal(match.begin(), match.end(), name.type(), "gazetteer", priority(name)));
        }
    }

    /** 外交部长 holds 外交部 only by its letters. */
    private static boolean isOffice(String text, Gazetteer.Match match) {
        return "部厅局院署".indexOf(text.charAt(match.end() - 1)) >= 0
                && text.startsWith("长", match.end())
                && !text.startsWith("长期", match.end());
    }

    /** The segmenter joins what belongs apart (俄罗斯总统): a country before another word is still one. */
    private static boolean isStacked(TaggedText text, Gazetteer.Match match) {
        return match.name().country() != null && text.isWordSpan(match.begin(), match.begin());
    }

    private static int priority(Gazetteer.Name name) {
        return switch (name.type()) {
            case ORG -> Priorities.ORGANISATION;
            case EVENT -> Priorities.EVENT - 1;
            default -> name.country() != null ? Priorities.COUNTRY : Priorities.PLACE;
        };
    }
}
