package org.wirestream.dashboard;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.CountKind;
import org.wirestream.document.EntityType;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.subject.Desk;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Subject;
import org.wirestream.subject.Vocabulary;

/** What things are called in both languages: by the vocabulary, by the JDK's locale data (Unicode CLDR), else by the counts. */
final class Names {
    /** What a newsroom of the mainland calls them where countries stand in a row; CLDR's names are long or leave China out. */
    private static final Map<String, String> REGIONS = Map.of("HK", "中国香港", "MO", "中国澳门", "TW", "中国台湾");

    private static final String COUNTRY = "country:";

    private final Vocabulary vocabulary;
    private final Desks desks;

    Names(Vocabulary vocabulary, Desks desks) {
        this.vocabulary = vocabulary;
        this.desks = desks;
    }

    Collection<Desk> desks() {
        return desks.desks();
    }

    Collection<Subject> subjects() {
        return vocabulary.subjects();
    }

    boolean hasDesk(String id) {
        return desks.desk(id).isPresent();
    }

    List<String> desksOfSubject(String subject) {
        return vocabulary.subject(subject).isEmpty()
                ? List.of()
                : desks.desksOf(List.of(new SubjectAssignment(subject, 0, 0, List.of())));
    }

    Named desk(String id) {
        return desks.desk(id)
                .map(desk -> new Named(id, desk.zh(), desk.en(), null))
                .orElseGet(() -> plain(id, id));
    }

    Named subject(String id) {
        return vocabulary
                .subject(id)
                .map(subject -> new Named(id, subject.zh(), subject.en(), null))
                .orElseGet(() -> plain(id, id));
    }

    Named country(String code, @Nullable String label) {
        Locale locale =
                new Locale.Builder().setRegion(isCountry(code) ? code : "").build();
        String zh = locale.getDisplayCountry(Locale.SIMPLIFIED_CHINESE);
        String en = locale.getDisplayCountry(Locale.ENGLISH);
        String otherwise = zh.isEmpty() ? code : zh;
        String shown = REGIONS.getOrDefault(code, label == null ? otherwise : label);
        return new Named(code, shown, en.isEmpty() ? null : en, null);
    }

    private static boolean isCountry(String code) {
        return code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    Named language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String zh = locale.getDisplayName(Locale.SIMPLIFIED_CHINESE);
        return new Named(tag, zh.isEmpty() ? tag : zh, locale.getDisplayName(Locale.ENGLISH), null);
    }

    Named entity(String id, String label) {
        if (id.startsWith(COUNTRY)) {
            Named country = country(id.substring(COUNTRY.length()), label);
            return new Named(id, country.label(), country.labelEn(), type(id));
        }
        return new Named(id, label, null, type(id));
    }

    static Named plain(String id, String label) {
        return new Named(id, label, null, null);
    }

    /** What something counted is called. */
    Named counted(CountKind kind, String id, String label) {
        return switch (kind) {
            case SUBJECTS -> subject(id);
            case DESKS -> desk(id);
            case ENTITIES -> entity(id, label);
            case COUNTRIES -> country(id, label.equals(id) ? null : label);
            case LANGUAGES -> language(id);
            case UNCLASSIFIED -> new Named(id, label, "Unclassified", null);
            case AGENCIES, DATELINES -> plain(id, label);
        };
    }

    /** The type that an entity's id begins with: {@code per:…}; countries are places. */
    static @Nullable EntityType type(String id) {
        int colon = id.indexOf(':');
        return switch (colon < 0 ? "" : id.substring(0, colon)) {
            case "per" -> EntityType.PER;
            case "loc", "country" -> EntityType.LOC;
            case "org" -> EntityType.ORG;
            case "doc" -> EntityType.DOC;
            case "event" -> EntityType.EVENT;
            default -> null;
        };
    }
}
