package org.wirestream.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirestream.Engine;
import org.wirestream.quality.GoldFile;
import org.wirestream.quality.GoldRecord;
import org.wirestream.quality.Measure;
import org.wirestream.quality.Scorer;
import org.wirestream.replay.Manifest;

/**
 * Quality against speed of Wirestream and its peers, on one thread of one process: F1 of people, places and organisations on a gold,
 * and processor time on the gold's own texts. Every round runs each of them once.
 */
final class PeerBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final double SECOND = 1e9;

    private final Map<String, List<GoldRecord>> gold;
    private final long characters;

    private PeerBench(List<GoldRecord> gold) {
        this.gold =
                gold.stream().collect(Collectors.groupingBy(GoldRecord::doc, LinkedHashMap::new, Collectors.toList()));
        this.characters = gold.stream().mapToLong(each -> each.text().length()).sum();
    }

    /**
     * Measures.
     *
     * @param args the gold, the dates of its documents (a file's name, or nothing), the picture to write, rounds, and processor
     *     time of each in a round in seconds
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 5 || args[0].isBlank() || !Files.isReadable(Path.of(args[0]))) {
            System.err.println("wirestream: name a readable gold in JSON Lines with -Dgold=FILE.jsonl");
            System.exit(2);
        }
        Manifest dates = args[1].isBlank() ? Manifest.none() : Manifest.read(Path.of(args[1]));
        PeerBench bench = new PeerBench(GoldFile.read(Path.of(args[0])));
        List<PeerResult> results = bench.run(finders(dates), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        print(out, results, bench);
        Files.writeString(Path.of(args[2]), new PeerPicture(results, caption(bench)).svg());
        out.println("wrote " + args[2]);
    }

    private static Map<String, NameFinder> finders(Manifest dates) {
        Wirestream wirestream = new Wirestream(dates);
        Map<String, NameFinder> finders = new LinkedHashMap<>();
        finders.put("Wirestream accurate", wirestream.whole(Engine.ACCURATE));
        finders.put("Wirestream accurate, names only", wirestream.names(Engine.ACCURATE));
        finders.put("Wirestream fast", wirestream.whole(Engine.FAST));
        finders.put("Wirestream fast, names only", wirestream.names(Engine.FAST));
        finders.put("mynlp 3.2.0", Peers.mynlp());
        finders.put("ansj 5.1.6 NlpAnalysis", Peers.ansjNlp());
        finders.put("ansj 5.1.6 ToAnalysis", Peers.ansjTo());
        finders.put("HanLP portable 1.8.6", Peers.hanlp());
        return finders;
    }

    private List<PeerResult> run(Map<String, NameFinder> finders, int rounds, int seconds) throws Exception {
        Map<String, Measure> measures = new LinkedHashMap<>();
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (Map.Entry<String, NameFinder> each : finders.entrySet()) {
            measures.put(each.getKey(), score(each.getValue()));
            speed(each.getValue(), seconds);
            speed(each.getValue(), seconds);
        }
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, NameFinder> each : finders.entrySet()) {
                speeds.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(speed(each.getValue(), seconds));
            }
            System.err.println("wirestream: round %d of %d".formatted(round, rounds));
        }
        return finders.keySet().stream()
                .map(name -> new PeerResult(
                        name,
                        measures.getOrDefault(name, new Measure(0, 0, 0)),
                        Spread.of(speeds.getOrDefault(name, List.of()), Double::doubleValue)))
                .toList();
    }

    private Measure score(NameFinder finder) throws Exception {
        List<GoldRecord> predicted = new ArrayList<>();
        for (Map.Entry<String, List<GoldRecord>> document : gold.entrySet()) {
            List<GoldRecord> wanted = document.getValue();
            List<List<GoldRecord.Name>> names = finder.find(document.getKey(), texts(wanted));
            for (int i = 0; i < Math.min(names.size(), wanted.size()); i++) {
                GoldRecord at = wanted.get(i);
                predicted.add(new GoldRecord(at.doc(), at.para(), at.text(), names.get(i), List.of(), List.of(), null));
            }
        }
        return new Scorer(subject -> Optional.empty())
                .score(gold.values().stream().flatMap(List::stream).toList(), predicted)
                .measures()
                .getOrDefault("entities", new Measure(0, 0, 0));
    }

    /** Characters a second of processor time. */
    private double speed(NameFinder finder, int seconds) throws Exception {
        long begin = THREADS.getCurrentThreadCpuTime();
        long done = 0;
        long used;
        do {
            for (Map.Entry<String, List<GoldRecord>> document : gold.entrySet()) {
                finder.find(document.getKey(), texts(document.getValue()));
            }
            done += characters;
            used = THREADS.getCurrentThreadCpuTime() - begin;
        } while (used < seconds * SECOND);
        return done * SECOND / used;
    }

    private static List<String> texts(List<GoldRecord> document) {
        return document.stream().map(GoldRecord::text).toList();
    }

    private static String caption(PeerBench bench) {
        Machine machine = Machine.now();
        return "%d documents, %,d characters; one thread of %s, Java %s"
                .formatted(
                        bench.gold.size(),
                        bench.characters,
                        machine.processor(),
                        Runtime.version().feature());
    }

    private static void print(PrintStream out, List<PeerResult> results, PeerBench bench) {
        out.println(caption(bench) + "; load %.1f".formatted(Machine.now().load()));
        out.println("%-34s %9s %9s %9s  %s".formatted("", "precision", "recall", "F1", "characters/CPU s"));
        for (PeerResult each : results) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-34s %9.4f %9.4f %9.4f  %,.0f (%,.0f to %,.0f)",
                    each.name(),
                    each.names().precision(),
                    each.names().recall(),
                    each.names().f1(),
                    each.speed().median(),
                    each.speed().least(),
                    each.speed().most()));
        }
    }
}
