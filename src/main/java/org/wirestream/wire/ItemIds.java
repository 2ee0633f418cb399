package org.wirestream.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Ids and digests of items. */
final class ItemIds {
    private static final int HASH_CHARS = 16;

    private ItemIds() {}

    /** The id as an absolute URI in ASCII; what is none becomes {@code urn:wire:key:…}. */
    static String uri(String id) {
        try {
            URI uri = new URI(id);
            if (uri.isAbsolute()) {
                return uri.toASCIIString();
            }
        } catch (URISyntaxException e) {
            // Not a URI: it becomes the last part of one.
        }
        return "urn:wire:key:" + percentEncoded(id);
    }

    /** {@code urn:wire:<agency>:<date>:<hash of headline>}. */
    static String derived(@Nullable Agency agency, @Nullable String date, String headline) {
        return "urn:wire:%s:%s:%s"
                .formatted(
                        agency == null ? "unknown" : agency.id(),
                        date == null ? "undated" : date,
                        sha256(normalise(headline)).substring(0, HASH_CHARS));
    }

    /** Letters and digits only, so that spacing and punctuation do not make another story. */
    static String normalise(String folded) {
        StringBuilder bare = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String percentEncoded(String id) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || "-._~".indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
