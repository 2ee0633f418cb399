package org.wirestream.wire;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

/** Tells Traditional from Simplified by the characters that only one of the scripts has. */
final class ScriptDetector {
    /** Enough characters to decide by; names and quotations of the other script do not tip it. */
    private static final int SAMPLE = 2_000;

    private ScriptDetector() {}

    static Script detect(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        int onlyTraditional = differences(sample, ZhConverterUtil.toSimple(sample));
        int onlySimplified = differences(sample, ZhConverterUtil.toTraditional(sample));
        return onlyTraditional > onlySimplified ? Script.TRADITIONAL : Script.SIMPLIFIED;
    }

    private static int differences(String a, String b) {
        int differences = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            differences += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return differences;
    }
}
