package org.wirestream.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirestream.document.DateMention;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.ItemTime;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.PubStatus;
import org.wirestream.wire.Script;
import org.wirestream.wire.WireItem;

/**
 * An item with mentions and dates, written in line: {@code {法国=country:FR}总统{王五=per}} marks 法国 and 王五, and
 * {@code {9日=2017-06-09}} a date.
 */
record RelationFixture(WireItem item, List<Mention> mentions, List<DateMention> dates) {
    private static final Pattern MARK = Pattern.compile("\\{([^=}]+)=([^}]+)}");

    static RelationFixture of(String... marked) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        List<DateMention> dates = new ArrayList<>();
        for (int i = 0; i < marked.length; i++) {
            StringBuilder text = new StringBuilder();
            Matcher m = MARK.matcher(marked[i]);
            while (m.find()) {
                m.appendReplacement(text, "");
                int begin = text.length();
                text.append(m.group(1));
                String value = m.group(2);
                if (Character.isDigit(value.charAt(0))) {
                    dates.add(new DateMention(i, begin, text.length(), m.group(1), value));
                } else {
                    mentions.add(mention(i, begin, m.group(1), value));
                }
            }
            m.appendTail(text);
            paragraphs.add(paragraph(i, Paragraph.Kind.BODY, text.toString(), 0));
        }
        return new RelationFixture(item(paragraphs), mentions, dates);
    }

    /** The seed communiqué with every occurrence of the given names and dates marked, the longest first. */
    static RelationFixture seed(Map<String, String> names, Map<String, String> isos) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of("seeds/sco-astana-2017-communique.txt")).stream()
                    .filter(l -> !l.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        List<DateMention> dates = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            paragraphs.add(paragraph(i, i < 2 ? Paragraph.Kind.HEADLINE : Paragraph.Kind.BODY, line, 0));
            boolean[] taken = new boolean[line.length()];
            for (String name : longestFirst(names.keySet())) {
                for (int at : occurrences(line, name, taken)) {
                    mentions.add(mention(i, at, name, names.getOrDefault(name, "")));
                }
            }
            boolean[] dated = new boolean[line.length()];
            for (String date : longestFirst(isos.keySet())) {
                for (int at : occurrences(line, date, dated)) {
                    dates.add(new DateMention(i, at, at + date.length(), date, isos.getOrDefault(date, "")));
                }
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::paragraph).thenComparingInt(Mention::begin));
        dates.sort(Comparator.comparingInt(DateMention::paragraph).thenComparingInt(DateMention::begin));
        return new RelationFixture(item(paragraphs), mentions, dates);
    }

    static Paragraph paragraph(int index, Paragraph.Kind kind, String text, int newsBegin) {
        return new Paragraph(index, kind, text, FoldedText.of(text, Script.SIMPLIFIED), newsBegin);
    }

    static WireItem item(List<Paragraph> paragraphs) {
        return new WireItem(
                "urn:wire:test:2017-06-09:0",
                null,
                "0",
                PubStatus.USABLE,
                Set.of(),
                ItemTime.of(LocalDate.of(2017, 6, 9), ItemTime.Source.FEED),
                null,
                null,
                null,
                List.of(),
                "zh-Hans",
                paragraphs,
                List.of());
    }

    String text(int paragraph, int begin, int end) {
        return item.paragraphs().get(paragraph).text().substring(begin, end);
    }

    private static Mention mention(int paragraph, int begin, String text, String id) {
        EntityType type = switch (id.replaceFirst(":.*", "")) {
            case "per" -> EntityType.PER;
            case "org" -> EntityType.ORG;
            case "event" -> EntityType.EVENT;
            case "doc" -> EntityType.DOC;
            default -> EntityType.LOC;
        };
        String entity = id.contains(":") ? id : id + ":" + text;
        return new Mention(entity, type, paragraph, begin, begin + text.length(), text, "test");
    }

    private static List<String> longestFirst(Set<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
                .toList();
    }

    private static List<Integer> occurrences(String line, String word, boolean[] taken) {
        List<Integer> found = new ArrayList<>();
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
            if (!taken[at] && !taken[at + word.length() - 1]) {
                found.add(at);
                Arrays.fill(taken, at, at + word.length(), true);
            }
        }
        return found;
    }
}
