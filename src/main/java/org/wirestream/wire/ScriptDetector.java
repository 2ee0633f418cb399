package org.wirestream.wire;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.BitSet;
import java.util.function.Predicate;

/** Tells Traditional from Simplified script by the characters that only one of them has. */
final class ScriptDetector {
    /** Enough to decide; longer texts cost no more. */
    private static final int SAMPLE = 4_000;

    /** A Simplified text quotes a Traditional word now and then; a Traditional text is a third such characters. */
    private static final double MAJORITY = 2.0;

    /** The converter asks a map of strings for every character; here it is asked once. */
    private static final BitSet TRADITIONAL_ONLY =
            characters(c -> ZhConverterUtil.isTraditional(c) && !ZhConverterUtil.isSimple(c));

    private static final BitSet SIMPLIFIED_ONLY =
            characters(c -> ZhConverterUtil.isSimple(c) && !ZhConverterUtil.isTraditional(c));

    private ScriptDetector() {}

    /** The Chinese characters of the basic plane for which something holds. */
    private static BitSet characters(Predicate<Character> holds) {
        BitSet characters = new BitSet();
        for (char c = '\u3400'; c <= '\u9FFF'; c++) {
            if (holds.test(c)) {
                characters.set(c);
            }
        }
        return characters;
    }

    static Script detect(String text) {
        int traditional = 0;
        int simplified = 0;
        for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
            char c = text.charAt(i);
            traditional += TRADITIONAL_ONLY.get(c) ? 1 : 0;
            simplified += SIMPLIFIED_ONLY.get(c) ? 1 : 0;
        }
        return traditional > MAJORITY * simplified ? Script.TRADITIONAL : Script.SIMPLIFIED;
    }
}
