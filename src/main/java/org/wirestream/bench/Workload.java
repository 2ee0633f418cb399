package org.wirestream.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.wirestream.RawDecoder;
import org.wirestream.corpus.CorpusDocument;
import org.wirestream.corpus.CorpusException;
import org.wirestream.corpus.CorpusReader;
import org.wirestream.quality.GoldRecord;
import org.wirestream.replay.Manifest;
import org.wirestream.replay.RawRecord;
import org.wirestream.replay.SourceException;
import org.wirestream.replay.SourceFiles;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;

/** The items that are measured with; the same arguments give the same items in the same order. */
public final class Workload {
    /** The lengths of real wires in characters: log-normal, half of them shorter than this, some as long as the most. */
    private static final int MEDIAN = 700;

    private static final double SPREAD = 1.0;
    private static final int SHORTEST = 80;
    private static final int LONGEST = 20_000;
    private static final long SEED = 7;

    private final String source;
    private final List<RawItem> items;

    private Workload(String source, List<RawItem> items) {
        this.source = source;
        this.items = List.copyOf(items);
    }

    /**
     * The seeds and the project's own corpus, whose short texts are joined to items as long as real ones.
     *
     * @param home the source tree
     * @throws IOException when it is no source tree
     */
    public static Workload ofProject(Path home) throws IOException {
        RawDecoder decoder = new RawDecoder(Limits.DEFAULT);
        List<String> texts = new ArrayList<>();
        try (Stream<Path> seeds = Files.list(home.resolve("seeds"))) {
            for (Path seed : seeds.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(seed));
            }
            texts.addAll(join(corpus(home.resolve("src/corpus"))));
            List<RawItem> items = new ArrayList<>();
            for (String text : texts) {
                byte[] value = text.getBytes(StandardCharsets.UTF_8);
                items.add(RawItem.of("urn:bench:" + items.size(), value, RawRecord.TEXT, decoder));
            }
            return new Workload("seeds and src/corpus, joined", items);
        } catch (CorpusException | MalformedWireException e) {
            throw new IOException("the project's texts cannot be measured with: " + e.getMessage(), e);
        }
    }

    private static List<CorpusDocument> corpus(Path folder) throws IOException, CorpusException {
        List<CorpusDocument> corpus = Files.isDirectory(folder) ? CorpusReader.read(folder) : List.of();
        if (corpus.isEmpty()) {
            throw new IOException(
                    "an installed Wirestream has no corpus to measure with; name texts: wirestream bench my-texts/");
        }
        return corpus;
    }

    private static List<String> join(List<CorpusDocument> corpus) {
        Random lengths = new Random(SEED);
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int wanted = length(lengths);
        for (CorpusDocument document : corpus) {
            for (GoldRecord paragraph : document.paragraphs()) {
                text.append(paragraph.text()).append('\n');
                if (text.length() >= wanted) {
                    texts.add(text.toString());
                    text.setLength(0);
                    wanted = length(lengths);
                }
            }
        }
        return texts;
    }

    private static int length(Random lengths) {
        double length = MEDIAN * Math.exp(SPREAD * lengths.nextGaussian());
        return (int) Math.max(SHORTEST, Math.min(LONGEST, length));
    }

    /**
     * The items of files and directories.
     *
     * @throws SourceException when a path cannot be read; the message says which
     * @throws MalformedWireException when a text is no wire item; the message says which and why
     */
    public static Workload of(List<String> paths) throws SourceException, MalformedWireException {
        RawDecoder decoder = new RawDecoder(Limits.DEFAULT);
        SourceFiles files = SourceFiles.of(paths, Manifest.none(), InputStream.nullInputStream());
        List<RawItem> items = new ArrayList<>();
        try (Stream<RawRecord> records = files.records()) {
            for (RawRecord each : (Iterable<RawRecord>) records::iterator) {
                items.add(RawItem.of("urn:bench:" + items.size(), each.value(), each.contentType(), decoder));
            }
        } catch (MalformedWireException e) {
            throw new MalformedWireException(
                    e.reason(), "text %d of %s: %s".formatted(items.size() + 1, paths, e.getMessage()));
        }
        return new Workload(String.join(" ", paths), items);
    }

    /** So many items, at least so many characters long in all; from the beginning again, under other ids, when there are fewer. */
    List<RawItem> ofLength(long characters) {
        List<RawItem> some = new ArrayList<>();
        long sum = 0;
        for (int i = 0; sum < characters || some.isEmpty(); i++) {
            RawItem item = items.get(i % items.size());
            some.add(item.withId(item.id() + ":" + i / items.size()));
            sum += item.characters();
        }
        return some;
    }

    /** The items of some length, shortest and longest in characters; when there are none, the one that comes nearest to the longest. */
    List<RawItem> between(int shortest, int longest) {
        List<RawItem> some = items.stream()
                .filter(item -> item.characters() >= shortest && item.characters() <= longest)
                .toList();
        return some.isEmpty()
                ? List.of(
                        Collections.min(items, Comparator.comparingInt(item -> Math.abs(item.characters() - longest))))
                : some;
    }

    /** The longest item. */
    RawItem longest() {
        return Collections.max(items, Comparator.comparingInt(RawItem::characters));
    }

    /** What the items are and how long, for the report. */
    Description describe() {
        int[] lengths = items.stream().mapToInt(RawItem::characters).sorted().toArray();
        return new Description(source, lengths.length, lengths[lengths.length / 2], lengths[lengths.length - 1]);
    }

    /**
     * The items of a workload, lengths in characters.
     *
     * @param source where they come from
     * @param items how many there are
     * @param median length of the middle one
     * @param longest length of the longest
     */
    public record Description(String source, int items, int median, int longest) {}
}
