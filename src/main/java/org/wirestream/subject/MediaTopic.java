package org.wirestream.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A concept of the IPTC Media Topic NewsCodes.
 *
 * @param qcode its code: {@code medtop:20000103}
 * @param uri its URI
 * @param path the codes from the top level down to this one
 * @param en its British English label
 * @param zh its Chinese label; null where IPTC gives none
 * @param definition its Chinese definition; null where IPTC gives none
 * @param retired when IPTC retired it; null while it is active
 */
public record MediaTopic(
        String qcode,
        String uri,
        List<String> path,
        String en,
        @Nullable String zh,
        @Nullable String definition,
        @Nullable String retired) {
    public MediaTopic {
        path = List.copyOf(path);
    }

    /** The code of the concept above; null at the top level. */
    public @Nullable String broader() {
        return path.size() < 2 ? null : path.get(path.size() - 2);
    }

    /** Whether it may still be assigned: retired codes stay resolvable, but nothing new gets one. */
    public boolean isActive() {
        return retired == null;
    }
}
