package org.wirestream.counts;

import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.Entity;
import org.wirestream.document.Mention;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Vocabulary;
import org.wirestream.wire.Agency;
import org.wirestream.wire.Dateline;
import org.wirestream.wire.ItemTime;

/** What one version of an item adds to the counts. Safe for use by many threads. */
public final class ItemCounts {
    /** ISO 8601 to the second and with the offset, as RFC 3339 wants it too. */
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Vocabulary vocabulary;
    private final Desks desks;

    /** The vocabulary and desks give the labels. */
    public ItemCounts(Vocabulary vocabulary, Desks desks) {
        this.vocabulary = vocabulary;
        this.desks = desks;
    }

    /** Everything that the item counts for. */
    public Contribution of(EnrichedItem item) {
        Ledger ledger = new Ledger(item.item().time().date().toString());
        for (EnrichedParagraph paragraph : item.paragraphs()) {
            ledger.beginParagraph();
            for (SubjectAssignment subject : paragraph.subjects()) {
                ledger.add(
                        CountKind.SUBJECTS,
                        subject.subject(),
                        vocabulary.require(subject.subject()).zh(),
                        subject.evidence().size());
                for (String desk : desks.desksOf(List.of(subject))) {
                    ledger.add(
                            CountKind.DESKS,
                            desk,
                            desks.label(desk),
                            subject.evidence().size());
                }
            }
            if (paragraph.paragraph().isBody() && paragraph.subjects().isEmpty()) {
                ledger.add(CountKind.UNCLASSIFIED, "unclassified", "未分类", 0);
            }
        }
        entities(item, ledger);
        head(item, ledger);
        return new Contribution(ledger.counts, hour(item.item().time()));
    }

    private static @Nullable String hour(ItemTime time) {
        return time.hour().map(HOUR::format).orElse(null);
    }

    private static void entities(EnrichedItem item, Ledger ledger) {
        Map<String, Entity> byId = new TreeMap<>();
        item.analysis().entities().forEach(entity -> byId.put(entity.id(), entity));
        for (EnrichedParagraph paragraph : item.paragraphs()) {
            ledger.beginParagraph();
            for (Mention mention : paragraph.mentions()) {
                Entity entity = byId.get(mention.entity());
                if (entity == null) {
                    continue;
                }
                ledger.add(CountKind.ENTITIES, entity.id(), entity.name(), 1);
                if (entity.country() != null && entity.id().startsWith("country:")) {
                    ledger.add(CountKind.COUNTRIES, entity.country(), entity.name(), 1);
                }
            }
        }
    }

    private static void head(EnrichedItem item, Ledger ledger) {
        int body = (int)
                item.paragraphs().stream().filter(p -> p.paragraph().isBody()).count();
        Agency agency = item.item().agency();
        if (agency != null) {
            ledger.put(CountKind.AGENCIES, agency.id(), agency.name(), body);
        }
        Dateline dateline = item.item().dateline();
        if (dateline != null) {
            dateline.places().forEach(place -> ledger.put(CountKind.DATELINES, place, place, body));
        }
        ledger.put(CountKind.LANGUAGES, item.item().language(), item.item().language(), body);
    }

    /** The counts of one item as they grow; an item counts once, a paragraph once for each thing in it. */
    private static final class Ledger {
        private final String day;
        private final Map<CountKey, Count> counts = new TreeMap<>(CountKey.ORDER);
        private final Set<CountKey> inParagraph = new HashSet<>();

        Ledger(String day) {
            this.day = day;
        }

        void beginParagraph() {
            inParagraph.clear();
        }

        void add(CountKind kind, String id, String label, long mentions) {
            CountKey key = CountKey.ofDay(kind, day, id);
            long paragraph = inParagraph.add(key) ? 1 : 0;
            Count before = counts.get(key);
            counts.put(
                    key,
                    before == null
                            ? new Count(label, 1, 1, mentions)
                            : before.plus(new Count(label, 0, paragraph, mentions)));
        }

        void put(CountKind kind, String id, String label, long paragraphs) {
            counts.put(CountKey.ofDay(kind, day, id), new Count(label, 1, paragraphs, 1));
        }
    }
}
