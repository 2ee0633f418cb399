package org.wirestream.wire;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

/** Simplified or Traditional Chinese characters. */
public enum Script {
    SIMPLIFIED("zh-Hans"),
    TRADITIONAL("zh-Hant");

    private final String language;

    Script(String language) {
        this.language = language;
    }

    /** The BCP 47 language tag. */
    public String language() {
        return language;
    }

    /**
     * The text in Simplified characters, of the same length, so that offsets hold.
     *
     * <p>Simplified text is left alone: converting it would damage characters that are Traditional only elsewhere (著名).
     */
    String simplify(String text) {
        if (this == SIMPLIFIED) {
            return text;
        }
        String simplified = ZhConverterUtil.toSimple(text);
        return simplified.length() == text.length() ? simplified : simplifyEach(text);
    }

    private static String simplifyEach(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String one = ZhConverterUtil.toSimple(text.substring(i, i + 1));
            simplified.append(one.length() == 1 ? one.charAt(0) : text.charAt(i));
        }
        return simplified.toString();
    }
}
