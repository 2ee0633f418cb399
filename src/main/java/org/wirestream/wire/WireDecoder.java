package org.wirestream.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.MalformedWireException.Reason;

/** Bytes to text: a byte order mark decides, else UTF-8 if valid, else GB18030 if the result reads like Chinese. */
final class WireDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private WireDecoder() {}

    static String decode(byte[] value) throws MalformedWireException {
        if (startsWith(value, 0xEF, 0xBB, 0xBF)) {
            return utf8(Arrays.copyOfRange(value, 3, value.length));
        }
        if (startsWith(value, 0xFE, 0xFF) || startsWith(value, 0xFF, 0xFE)) {
            return utf16(value);
        }
        return utf8(value);
    }

    private static String utf16(byte[] value) throws MalformedWireException {
        Charset charset = startsWith(value, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        String text = strict(charset, Arrays.copyOfRange(value, 2, value.length));
        if (text == null) {
            throw new MalformedWireException(
                    Reason.CHARSET,
                    "The %d bytes begin with a byte order mark of %s but are not valid in it. Send UTF-8."
                            .formatted(value.length, charset));
        }
        return text;
    }

    private static String utf8(byte[] value) throws MalformedWireException {
        int bad = firstInvalidUtf8(value);
        if (bad < 0) {
            return new String(value, StandardCharsets.UTF_8);
        }
        if (isUtf8WithSurrogates(value)) {
            throw new MalformedWireException(
                    Reason.LONE_SURROGATE,
                    ("The %d bytes are UTF-8 but hold an encoded surrogate at byte %d (CESU-8 or a cut emoji)."
                                    + " Make the producer write characters beyond U+FFFF as four bytes.")
                            .formatted(value.length, bad));
        }
        String text = strict(GB18030, value);
        if (text != null && ChinesePlausibility.of(value, text)) {
            return text;
        }
        if (isBinary(value)) {
            throw new MalformedWireException(
                    Reason.BINARY,
                    "The %d bytes are no text: control bytes, and not valid UTF-8 from byte %d on. Check what is sent to this topic."
                            .formatted(value.length, bad));
        }
        throw new MalformedWireException(
                Reason.CHARSET,
                ("The %d bytes are not valid UTF-8 (first wrong byte at %d: 0x%02X), and read as GB18030 they are no"
                                + " plausible Chinese. Convert the feed to UTF-8, or see whether the text was cut.")
                        .formatted(value.length, bad, value[bad] & 0xFF));
    }

    /** The offset of the first byte that is not valid UTF-8; -1 when all are. */
    private static int firstInvalidUtf8(byte[] value) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(value);
        CharBuffer out = CharBuffer.allocate(Math.max(16, Math.min(value.length, 1 << 13)));
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isOverflow()) {
                out.clear();
            } else {
                return result.isError() ? in.position() : -1;
            }
        }
    }

    /** Whether encoded surrogates, three bytes ED A0..BF xx, are all that is wrong. */
    private static boolean isUtf8WithSurrogates(byte[] value) {
        byte[] mended = value.clone();
        boolean found = false;
        for (int i = 0; i + 2 < mended.length; i++) {
            if ((mended[i] & 0xFF) == 0xED && (mended[i + 1] & 0xE0) == 0xA0 && (mended[i + 2] & 0xC0) == 0x80) {
                mended[i] = (byte) 0xEF;
                mended[i + 1] = (byte) 0xBF;
                mended[i + 2] = (byte) 0xBD;
                found = true;
            }
        }
        return found && firstInvalidUtf8(mended) < 0;
    }

    private static @Nullable String strict(Charset charset, byte[] value) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isBinary(byte[] value) {
        for (byte b : value) {
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] value, int... bytes) {
        if (value.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((value[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
