package org.wirestream.terminal;

import java.util.ArrayList;
import java.util.List;

/** A text in styles, of which every code point is harmless and has a width: what is broken into lines. */
final class Line {
    private static final String NEVER_FIRST = "，。、；：！？）”’》」』】〉…—·,.;:!?)]}%％‰";
    private static final String NEVER_LAST = "（“‘《「『【〈([{";
    /** How far back a better place for a break is looked for. */
    private static final int LOOK_BACK = 24;

    private final List<Cell> cells = new ArrayList<>();

    private record Cell(String text, int width, Style style) {
        boolean isWord() {
            return Character.isLetterOrDigit(text.codePointAt(0)) && width < 2;
        }

        boolean isSpace() {
            return text.equals(" ");
        }
    }

    static Line of(String text, Style style) {
        return new Line().add(text, style);
    }

    Line add(String text, Style style) {
        text.codePoints().forEach(codePoint -> {
            String safe = SafeText.of(codePoint);
            cells.add(new Cell(safe, SafeText.width(safe), style));
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

    /** The whole on one line. */
    String render(boolean colored) {
        return render(0, cells.size(), colored);
    }

    /**
     * Breaks the text into lines of at most so many columns: not inside words of Latin letters or digits, nor before
     * a closing or after an opening mark.
     */
    List<String> wrap(int columns, boolean colored) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        while (begin < cells.size()) {
            int end = fit(begin, columns);
            if (end < cells.size()) {
                end = breakBefore(begin, end);
            }
            lines.add(render(begin, end, colored));
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

    private String render(int begin, int end, boolean colored) {
        StringBuilder rendered = new StringBuilder();
        StringBuilder run = new StringBuilder();
        Style style = Style.PLAIN;
        for (Cell cell : cells.subList(begin, end)) {
            if (cell.style() != style) {
                rendered.append(style.apply(run.toString(), colored));
                run.setLength(0);
                style = cell.style();
            }
            run.append(cell.text());
        }
        return rendered.append(style.apply(run.toString(), colored)).toString();
    }
}
