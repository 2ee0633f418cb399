package org.wirestream.terminal;

import java.util.ArrayList;
import java.util.List;

/** A text in colours, of which every code point is harmless and has a width: what is broken into lines. */
final class Line {
    private static final String NEVER_FIRST = "，。、；：！？）”’》」』】〉…—·,.;:!?)]}%％‰";
    private static final String NEVER_LAST = "（“‘《「『【〈([{";
    /** How far back a better place for a break is looked for. */
    private static final int LOOK_BACK = 24;

    private final List<Cell> cells = new ArrayList<>();

    private record Cell(String text, int width, Look look) {
        boolean isWord() {
            return Character.isLetterOrDigit(text.codePointAt(0)) && width < 2;
        }

        boolean isSpace() {
            return text.equals(" ");
        }
    }

    static Line of(String text, Look look) {
        return new Line().add(text, look);
    }

    Line add(String text, Look look) {
        text.codePoints().forEach(codePoint -> {
            String shown = Style.harmless(Character.toString(codePoint));
            cells.add(new Cell(shown, Style.columns(shown), look));
        });
        return this;
    }

    Line add(Line other) {
        cells.addAll(other.cells);
        return this;
    }

    int width() {
        return cells.stream().mapToInt(Cell::width).sum();
    }

    /**
     * Breaks the text into lines of at most so many columns: not inside words of Latin letters or digits, nor before
     * a closing or after an opening mark.
     */
    List<Line> wrap(int columns) {
        List<Line> lines = new ArrayList<>();
        int begin = 0;
        while (begin < cells.size()) {
            int end = fit(begin, columns);
            if (end < cells.size()) {
                end = breakBefore(begin, end);
            }
            Line line = new Line();
            line.cells.addAll(cells.subList(begin, end));
            lines.add(line);
            begin = end;
            while (begin < cells.size() && cells.get(begin).isSpace()) {
                begin++;
            }
        }
        return lines;
    }

    /** The end of what fits, at least one cell. */
    private int fit(int begin, int columns) {
        int used = 0;
        int end = begin;
        while (end < cells.size() && (end == begin || used + cells.get(end).width() <= columns)) {
            used += cells.get(end).width();
            end++;
        }
        return end;
    }

    private int breakBefore(int begin, int end) {
        for (int at = end; at > Math.max(begin, end - LOOK_BACK); at--) {
            Cell before = cells.get(at - 1);
            Cell after = cells.get(at);
            if (!NEVER_FIRST.contains(after.text())
                    && !NEVER_LAST.contains(before.text())
                    && !(before.isWord() && after.isWord())) {
                return at;
            }
        }
        return end;
    }

    /** The text with its colours. */
    String render(Style style) {
        StringBuilder rendered = new StringBuilder();
        StringBuilder run = new StringBuilder();
        Look look = Look.PLAIN;
        for (Cell cell : cells) {
            if (cell.look() != look) {
                rendered.append(look.apply(run.toString(), style));
                run.setLength(0);
                look = cell.look();
            }
            run.append(cell.text());
        }
        return rendered.append(look.apply(run.toString(), style)).toString();
    }
}
