package org.wirestream.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Item ids: the feed's own, or one derived so that the same story sent again has the same. */
final class ItemId {
    private static final int HASH_CHARS = 16;
    private static final String UNRESERVED = "-._~";

    private ItemId() {}

    /**
     * The feed's id as a URI: itself when it is an absolute one, with characters that only an IRI may have percent-encoded
     * (RFC 3987, section 3.1); else {@code urn:wire:key:} and the id percent-encoded.
     */
    static String ofFeed(String id) {
        return isAbsolute(id)
                ? percentEncoded(id, ItemId::isOfUris)
                : "urn:wire:key:" + percentEncoded(id, ItemId::isUnreserved);
    }

    /**
     * {@code urn:wire:<agency>:<date>:<hash>}.
     *
     * @param agency who filed it, if known
     * @param date the item's ISO date, or {@code undated}
     * @param story the headline, or what stands for it, in folded Simplified characters
     */
    static String derived(@Nullable Agency agency, String date, String story) {
        String hash = Sha256.hex(normalized(story)).substring(0, HASH_CHARS);
        return "urn:wire:" + (agency == null ? "unknown" : agency.id()) + ":" + date + ":" + hash;
    }

    /** Letters and digits only: spaces and punctuation differ between one sending and the next. */
    static String normalized(String folded) {
        StringBuilder letters = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.isEmpty() ? folded : letters.toString();
    }

    /** Java's URIs are a little wider than RFC 3986: letters of all scripts, and brackets outside of addresses. */
    private static boolean isAbsolute(String id) {
        try {
            return new URI(id).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isOfUris(int c) {
        return c < 0x80 && c != '[' && c != ']';
    }

    private static boolean isUnreserved(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
    }

    private static String percentEncoded(String id, IntPredicate plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (plain.test(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
