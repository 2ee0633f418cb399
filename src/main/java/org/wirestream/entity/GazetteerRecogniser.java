package org.wirestream.entity;

import java.util.List;
import org.wirestream.document.EntityType;

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

    @Override
    public void propose(TaggedText text, List<Proposal> proposals) {
        for (Gazetteer.Match match : gazetteer.matches(text.text())) {
            Gazetteer.Name name = match.name();
            int length = match.end() - match.begin();
            boolean sure = length >= SURE_LENGTH || (name.country() != null && length >= 3);
            if (!sure && !text.isWordSpan(match.begin(), match.end()) && !isStacked(text, match)) {
                continue;
            }
            if (name.type() == EntityType.LOC
                    && name.country() == null
                    && length == 2
                    && NOT_AFTER_PLACE.indexOf(text.at(match.end())) >= 0) {
                continue;
            }
            if (name.type() == EntityType.ORG && isOffice(text, match)) {
                continue;
            }
            proposals.add(new Proposal(match.begin(), match.end(), name.type(), "gazetteer", priority(name)));
        }
    }

    /** 外交部长 holds 外交部 only by its letters. */
    private static boolean isOffice(TaggedText text, Gazetteer.Match match) {
        char last = text.at(match.end() - 1);
        char next = text.at(match.end());
        return (last == '部' || last == '厅' || last == '局' || last == '院' || last == '署')
                && next == '长'
                && text.at(match.end() + 1) != '期';
    }

    /** The segmenter joins what belongs apart (俄罗斯总统): a country before another word is still one. */
    private static boolean isStacked(TaggedText text, Gazetteer.Match match) {
        return match.name().country() != null && text.isWordSpan(match.begin(), match.begin());
    }

    private static int priority(Gazetteer.Name name) {
        return switch (name.type()) {
            case ORG -> Priorities.ORGANISATION_NAME;
            case EVENT -> Priorities.EVENT - 1;
            default -> name.country() != null ? Priorities.COUNTRY : Priorities.PLACE_NAME;
        };
    }
}
