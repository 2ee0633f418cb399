package org.wirestream.sequence;

import java.util.ArrayList;
import java.util.List;

/**
 * The labels of a character for types of spans: outside, or the begin, inside or end of a span, or a span of its own
 * (BIOES), and which may follow which. Immutable.
 */
public final class Labels {
    /** The label of a character in no span. */
    static final int OUTSIDE = 0;

    private static final int PARTS = 4;
    private static final int BEGIN = 0;
    private static final int INSIDE = 1;
    private static final int END = 2;
    private static final int SINGLE = 3;

    private final List<String> types;
    private final int[][] before;

    /** @param types the types of spans */
    public Labels(List<String> types) {
        this.types = List.copyOf(types);
        this.before = new int[size()][];
        for (int label = 0; label < before.length; label++) {
            List<Integer> allowed = new ArrayList<>();
            for (int previous = 0; previous < before.length; previous++) {
                if (follows(previous, label)) {
                    allowed.add(previous);
                }
            }
            before[label] = allowed.stream().mapToInt(each -> each).toArray();
        }
    }

    /** The types of spans, in the order of their labels. */
    public List<String> types() {
        return types;
    }

    int size() {
        return 1 + PARTS * types.size();
    }

    /** The labels that may stand before a label. */
    int[] before(int label) {
        return before[label];
    }

    private boolean follows(int previous, int label) {
        boolean open = previous != OUTSIDE && (part(previous) == BEGIN || part(previous) == INSIDE);
        boolean continues = label != OUTSIDE && (part(label) == INSIDE || part(label) == END);
        return open == continues && (!open || type(previous) == type(label));
    }

    boolean canBegin(int label) {
        return label == OUTSIDE || part(label) == BEGIN || part(label) == SINGLE;
    }

    boolean canEnd(int label) {
        return label == OUTSIDE || part(label) == END || part(label) == SINGLE;
    }

    private static int part(int label) {
        return (label - 1) % PARTS;
    }

    private static int type(int label) {
        return (label - 1) / PARTS;
    }

    /**
     * The labels of a text of some length with these spans; of spans that overlap the earlier in the list is kept.
     *
     * @throws IllegalArgumentException for an unknown type
     */
    public int[] of(int length, List<Span> spans) {
        int[] labels = new int[length];
        for (Span span : spans) {
            int type = types.indexOf(span.type());
            if (type < 0) {
                throw new IllegalArgumentException("unknown type " + span.type());
            }
            boolean free = span.begin() < span.end();
            for (int i = span.begin(); i < span.end(); i++) {
                free &= labels[i] == OUTSIDE;
            }
            if (free) {
                mark(labels, span, 1 + PARTS * type);
            }
        }
        return labels;
    }

    private static void mark(int[] labels, Span span, int base) {
        if (span.end() - span.begin() == 1) {
            labels[span.begin()] = base + SINGLE;
            return;
        }
        for (int i = span.begin(); i < span.end(); i++) {
            int part = i == span.begin() ? BEGIN : i == span.end() - 1 ? END : INSIDE;
            labels[i] = base + part;
        }
    }

    /** The spans that labels say. */
    List<Span> spans(int[] labels) {
        List<Span> spans = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == OUTSIDE) {
                continue;
            }
            if (canBegin(labels[i])) {
                begin = i;
            }
            if (canEnd(labels[i])) {
                spans.add(new Span(begin, i + 1, types.get(type(labels[i]))));
            }
        }
        return spans;
    }
}
