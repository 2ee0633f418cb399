package org.wirestream.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceModelTest {
    private static final SequenceTrainer.Options OPTIONS = new SequenceTrainer.Options(10, 0.2f, 0.02f, 0, 1, 2, 1);

    /** Letters in brackets are spans: (…) a ROUND, […] a SQUARE. */
    private static Example example(String text) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            int close =
                    text.charAt(i) == '(' ? text.indexOf(')', i) : text.charAt(i) == '[' ? text.indexOf(']', i) : -1;
            if (close > i + 1) {
                spans.add(new Span(i + 1, close, text.charAt(i) == '(' ? "ROUND" : "SQUARE"));
            }
        }
        return new Example(observe(text), spans);
    }

    private static Observations observe(String text) {
        long[][] features = new long[text.length()][];
        for (int i = 0; i < features.length; i++) {
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            features[i] = new long[] {text.charAt(i), 1000 + before, 2000 + after};
        }
        return new Observations(features, null);
    }

    private static SequenceModel trained() {
        List<Example> examples = new ArrayList<>();
        for (String inside : List.of("a", "ab", "abc", "cab")) {
            examples.add(example("x(" + inside + ")y[" + inside + "]z" + inside));
            examples.add(example(inside + "[" + inside + "]xy(" + inside + ")"));
        }
        return SequenceTrainer.train(List.of("ROUND", "SQUARE"), examples, OPTIONS);
    }

    @Test
    void shouldFindWhatItHasLearned() {
        Example unseen = example("zz[cab]x(ab)y");
        assertThat(trained().spans(unseen.text())).isEqualTo(unseen.spans());
    }

    @Test
    void shouldSayTheSameOfFeaturesThatAreToldAsOfThoseThatAreKept() {
        Observations text = example("zz[cab]x(ab)y").text();
        assertThat(trained().spans(text.length(), text::tell, null))
                .isEqualTo(trained().spans(text));
    }

    @Test
    void shouldPassOverFeaturesOutsideTheText() {
        Observations text = example("zz[cab]x(ab)y").text();
        List<Span> spans = trained()
                .spans(
                        text.length(),
                        sink -> {
                            sink.add(-1, 'a');
                            text.tell(sink);
                            sink.add(text.length(), 'a');
                        },
                        null);
        assertThat(spans).isEqualTo(trained().spans(text));
    }

    @Test
    void shouldFindNothingInAnEmptyText() {
        assertThat(trained().spans(observe(""))).isEmpty();
    }

    @Test
    void shouldTrainTheSameModelFromTheSameExamples() throws IOException {
        assertThat(bytes(trained())).isEqualTo(bytes(trained()));
    }

    @Test
    void shouldSayTheSameAfterWritingAndReading() throws IOException {
        SequenceModel read = ModelFile.read(new ByteArrayInputStream(bytes(trained())));
        Example unseen = example("zz[cab]x(ab)y");
        assertThat(read.spans(unseen.text())).isEqualTo(unseen.spans());
    }

    @Test
    void shouldRefuseBytesOfAnotherFormat() {
        assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
    }

    private static byte[] bytes(SequenceModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(model, out);
        return out.toByteArray();
    }
}
