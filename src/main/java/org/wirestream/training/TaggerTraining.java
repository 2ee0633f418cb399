package org.wirestream.training;

import java.util.List;
import java.util.Set;
import org.wirestream.entity.EntityTagger;
import org.wirestream.sequence.Example;
import org.wirestream.sequence.SequenceModel;
import org.wirestream.sequence.SequenceTrainer;

/** Trains the taggers of both engines. The options were chosen by cross-validation over documents of the corpus. */
final class TaggerTraining {
    private static final SequenceTrainer.Options OPTIONS =
            new SequenceTrainer.Options(6, 0.1f, 0.02f, 0.2f, 2, 4, 20170609);

    private TaggerTraining() {}

    /** @param vectors whether the model sees the paragraphs' vectors */
    static SequenceModel train(List<Lesson> lessons, boolean vectors) {
        EntityTagger untrained = EntityTagger.untrained(Set.of());
        return train(lessons.stream()
                .flatMap(lesson -> lesson.examples(untrained, vectors).stream())
                .toList());
    }

    static SequenceModel train(List<Example> examples) {
        return SequenceTrainer.train(Lesson.TYPES, examples, OPTIONS);
    }
}
