package org.wirestream.bench;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Quality against speed as SVG: upwards is better, to the right is faster, by powers of ten. */
final class PeerPicture {
    private static final int WIDTH = 820;
    private static final int HEIGHT = 480;
    private static final int LEFT = 70;
    private static final int RIGHT = 60;
    private static final int TOP = 56;
    private static final int BOTTOM = 84;
    /** Of a label's baseline from its point, nearest first: a label goes where no other one is yet. */
    private static final int[] LABELS = {-12, 21, -27, 36, -42, 51};

    private static final double LETTER = 7.2;
    private static final int LINE = 15;
    private static final String OURS = "#0b5fa5";
    private static final String OTHERS = "#8a4b08";
    private static final String[] POWERS = {"", "", "", "1,000", "10,000", "100,000", "1 million", "10 million"};

    private final List<PeerResult> results;
    private final String caption;
    private final int firstPower;
    private final int lastPower;
    private final double lowest;
    private final List<Rectangle2D> labels = new ArrayList<>();

    PeerPicture(List<PeerResult> results, String caption) {
        this.results = results;
        this.caption = caption;
        this.firstPower = (int) Math.floor(results.stream()
                .mapToDouble(each -> Math.log10(each.speed().least()))
                .min()
                .orElse(3));
        this.lastPower = (int) Math.ceil(results.stream()
                .mapToDouble(each -> Math.log10(each.speed().most()))
                .max()
                .orElse(7));
        double least =
                results.stream().mapToDouble(each -> each.names().f1()).min().orElse(0);
        this.lowest = Math.max(0, Math.floor(least * 10 - 0.5) / 10);
    }

    String svg() {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' font-family='sans-serif' font-size='13' role='img'>",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT);
        line(out, "<title>Names: quality against speed</title>");
        line(out, "<rect width='%d' height='%d' fill='#ffffff'/>", WIDTH, HEIGHT);
        text(out, LEFT, 24, "start", "#1a1a1a", "font-size='16' font-weight='bold'", "Names: quality against speed");
        text(out, LEFT, 43, "start", "#555555", "", "F1 of people, places and organisations; " + caption);
        grid(out);
        results.forEach(each -> point(out, each));
        line(out, "</svg>");
        return out.toString();
    }

    private void grid(StringBuilder out) {
        int bottom = HEIGHT - BOTTOM;
        for (int step = 0; lowest + step / 10.0 <= 1.001; step++) {
            double f1 = lowest + step / 10.0;
            stroke(out, LEFT, y(f1), WIDTH - RIGHT, y(f1), "#dddddd");
            text(out, LEFT - 8, y(f1) + 4, "end", "#333333", "", number("%.1f", f1));
        }
        for (int power = firstPower; power <= lastPower; power++) {
            double x = x(Math.pow(10, power));
            stroke(out, x, TOP, x, bottom, "#cccccc");
            text(out, x, bottom + 18, "middle", "#333333", "", power < POWERS.length ? POWERS[power] : "10^" + power);
            for (int part = 2; part < 10 && power < lastPower; part++) {
                double between = x(part * Math.pow(10, power));
                stroke(out, between, TOP, between, bottom, "#f0f0f0");
            }
        }
        text(
                out,
                (LEFT + WIDTH - RIGHT) / 2.0,
                bottom + 40,
                "middle",
                "#1a1a1a",
                "",
                "characters a second of one core (the bar: least to most of the rounds)");
        text(
                out,
                (LEFT + WIDTH - RIGHT) / 2.0,
                bottom + 60,
                "middle",
                "#555555",
                "",
                "filled: everything that an item gets; hollow: words and names only, as the peers");
        line(
                out,
                "<text transform='translate(22,%.1f) rotate(-90)' text-anchor='middle' fill='#1a1a1a'>F1</text>",
                (TOP + bottom) / 2.0);
    }

    private void point(StringBuilder out, PeerResult each) {
        double x = x(each.speed().median());
        double y = y(each.names().f1());
        boolean whole = each.isOurs() && !each.name().contains("names only");
        String colour = each.isOurs() ? OURS : OTHERS;
        stroke(out, x(each.speed().least()), y, x(each.speed().most()), y, colour);
        line(
                out,
                "<circle cx='%.1f' cy='%.1f' r='6' stroke='%s' stroke-width='2' fill='%s'/>",
                x,
                y,
                colour,
                whole ? colour : "#ffffff");
        String label =
                "%s (%s)".formatted(each.name(), number("%.3f", each.names().f1()));
        double width = label.length() * LETTER;
        boolean right = x + width < WIDTH;
        double begin = right ? x - 6 : x + 6 - width;
        for (int distance : LABELS) {
            Rectangle2D place = new Rectangle2D.Double(begin, y + distance - LINE, width, LINE);
            if (labels.stream().noneMatch(place::intersects)) {
                labels.add(place);
                text(out, right ? begin : x + 6, y + distance, right ? "start" : "end", colour, "", label);
                return;
            }
        }
        throw new IllegalStateException("no room for " + label);
    }

    private double x(double speed) {
        double part = (Math.log10(speed) - firstPower) / (lastPower - firstPower);
        return LEFT + part * (WIDTH - LEFT - RIGHT);
    }

    private double y(double f1) {
        return HEIGHT - BOTTOM - (f1 - lowest) / (1 - lowest) * (HEIGHT - TOP - BOTTOM);
    }

    private static void stroke(StringBuilder out, double x1, double y1, double x2, double y2, String colour) {
        line(out, "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'/>", x1, y1, x2, y2, colour);
    }

    private static void text(
            StringBuilder out, double x, double y, String anchor, String colour, String more, String text) {
        String harmless = text.replace("&", "&amp;").replace("<", "&lt;");
        line(
                out,
                "<text x='%.1f' y='%.1f' text-anchor='%s' fill='%s' %s>%s</text>",
                x,
                y,
                anchor,
                colour,
                more,
                harmless);
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(number(format, values)).append('\n');
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
