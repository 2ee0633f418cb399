package org.wirestream.subject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirestream.document.SubjectAssignment;

/**
 * The desks of a newsroom, and which subjects go to which. Immutable.
 *
 * <p>A desk takes Media Topics, and with each its narrower ones, except those that a desk names more closely: with one
 * desk for crime and another for corruption, which IPTC places below crime, corruption goes to its own. A subject goes
 * to the desks of every Media Topic that it stands for, and to none when no desk takes them. A Media Topic that several
 * desks name goes to all of them.
 */
public final class Desks {
    private final Map<String, Desk> desks;
    private final Map<String, Set<String>> desksBySubject;

    private Desks(List<Desk> desks, Vocabulary vocabulary) {
        Map<String, Desk> byId = new LinkedHashMap<>();
        desks.forEach(desk -> byId.put(desk.id(), desk));
        this.desks = Collections.unmodifiableMap(byId);
        Map<String, Set<String>> bySubject = new LinkedHashMap<>();
        for (Subject subject : vocabulary.subjects()) {
            Set<String> ids = new LinkedHashSet<>();
            subject.mediaTopics().forEach(topic -> ids.addAll(takers(topic, desks)));
            bySubject.put(subject.id(), Collections.unmodifiableSet(ids));
        }
        this.desksBySubject = Collections.unmodifiableMap(bySubject);
    }

    /** The seven desks that come with the program. */
    public static Desks load(Vocabulary vocabulary) {
        try (InputStream in = Desks.class.getResourceAsStream("desks.json")) {
            if (in == null) {
                throw new IllegalStateException("resource desks.json is missing");
            }
            return new Desks(DeskFile.read(in.readAllBytes(), "desks.json", vocabulary), vocabulary);
        } catch (IOException | OperatorFileException e) {
            throw new IllegalStateException("resource desks.json cannot be read", e);
        }
    }

    /**
     * Reads an operator's desks: {@code {"desks": [{"id": "…", "zh": "…", "en": "…", "mediaTopics": ["medtop:…"]}]}},
     * where a Media Topic may be any active code of the vocabulary.
     *
     * @throws OperatorFileException when the file is wrong: no such form, an unknown or retired code, a repeated desk
     * @throws IOException when the file cannot be read
     */
    public static Desks read(Path file, Vocabulary vocabulary) throws OperatorFileException, IOException {
        return new Desks(DeskFile.read(Files.readAllBytes(file), file.toString(), vocabulary), vocabulary);
    }

    /** Every desk, in the order of the file. */
    public Collection<Desk> desks() {
        return desks.values();
    }

    /** The desk with an id. */
    public Optional<Desk> desk(String id) {
        return Optional.ofNullable(desks.get(id));
    }

    /** Ids of all desks, in the order of the file. */
    public List<String> ids() {
        return List.copyOf(desks.keySet());
    }

    /** A desk's Chinese label; its id where there is no such desk. */
    public String label(String id) {
        return desk(id).map(Desk::zh).orElse(id);
    }

    /** Ids of the desks that subjects go to, each once, in the order of the subjects. */
    public List<String> desksOf(List<SubjectAssignment> subjects) {
        Set<String> ids = new LinkedHashSet<>();
        subjects.forEach(each -> ids.addAll(desksBySubject.getOrDefault(each.subject(), Set.of())));
        return List.copyOf(ids);
    }

    private static Set<String> takers(MediaTopic topic, List<Desk> desks) {
        Set<String> ids = new LinkedHashSet<>();
        for (int level = topic.path().size() - 1; level >= 0 && ids.isEmpty(); level--) {
            String code = topic.path().get(level);
            desks.stream().filter(desk -> desk.mediaTopics().contains(code)).forEach(desk -> ids.add(desk.id()));
        }
        return ids;
    }
}
