package org.wirestream.wire;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

/** Tells Traditional from Simplified script by the characters that only one of them has. */
final class ScriptDetector {
    /** Enough to decide; longer texts cost no more. */
    private static final int SAMPLE = 4_000;

    /** A Simplified text quotes a Traditional word now and then; a Traditional text is a third such characters. */
    private static final double MAJORITY = 2.0;

    private ScriptDetector() {}

    static Script detect(String text) {
        int traditional = 0;
        int simplified = 0;
        for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
            char c = text.charAt(i);
            if (c >= '\u3400' && c <= '\u9FFF') {
                boolean usedInTraditional = ZhConverterUtil.isTraditional(c);
                boolean usedInSimplified = ZhConverterUtil.isSimple(c);
                traditional += usedInTraditional && !usedInSimplified ? 1 : 0;
                simplified += usedInSimplified && !usedInTraditional ? 1 : 0;
            }
        }
        return traditional > MAJORITY * simplified ? Script.TRADITIONAL : Script.SIMPLIFIED;
    }
}
