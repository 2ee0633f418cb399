package org.wirestream.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.MalformedWireException.Reason;

/**
 * Bytes to characters: UTF-8, else GB18030, never a guess. Nearly every byte sequence is some GB18030 text, so it counts
 * only when what comes out is Chinese.
 */
final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Of the non-ASCII characters of Chinese text nearly all are Han or full-width punctuation. */
    private static final double CHINESE_SHARE = 0.9;

    /** Mojibake of UTF-8 read as GB18030 has a third of common characters, Chinese text nearly only such. */
    private static final double COMMON_SHARE = 0.7;

    private TextDecoder() {}

    static String decode(byte[] bytes) throws MalformedWireException {
        if (bytes.length == 0) {
            throw new MalformedWireException(Reason.EMPTY, "the value is empty; send the text, or null to withdraw");
        }
        String text = decodeMarked(bytes);
        if (text == null) {
            text = strict(bytes, StandardCharsets.UTF_8);
        }
        if (text == null) {
            refuseBinary(bytes);
            String gb = strict(bytes, GB18030);
            if (gb == null || !isChinese(gb)) {
                throw new MalformedWireException(
                        Reason.CHARSET,
                        "the %,d bytes are neither UTF-8 nor Chinese in GB18030; convert the text to UTF-8"
                                .formatted(bytes.length));
            }
            text = gb;
        }
        check(text);
        return text;
    }

    /** Refuses characters that no text has, for text that came as a string. */
    static void check(String text) throws MalformedWireException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new MalformedWireException(
                        Reason.NUL_CHARACTER, "there is a NUL character at position %,d; remove it".formatted(i));
            }
            if (isControl(c)) {
                throw new MalformedWireException(
                        Reason.BINARY,
                        "there is a control character U+%04X at position %,d: this is no text".formatted((int) c, i));
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new MalformedWireException(
                        Reason.LONE_SURROGATE,
                        "there is half a surrogate pair, U+%04X, at position %,d; repair the text"
                                .formatted((int) c, i));
            }
        }
    }

    private static @Nullable String decodeMarked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(Arrays.copyOfRange(bytes, 3, bytes.length), StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(Arrays.copyOfRange(bytes, 2, bytes.length), StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(Arrays.copyOfRange(bytes, 2, bytes.length), StandardCharsets.UTF_16LE);
        }
        return null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Pictures and archives are told by their control bytes; a surrogate in UTF-8 bytes (CESU-8) has a name of its own. */
    private static void refuseBinary(byte[] bytes) throws MalformedWireException {
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (isControl((char) b) || b == 0) {
                throw new MalformedWireException(
                        Reason.BINARY,
                        "there is a control byte 0x%02X at position %,d: this is no text".formatted(b, i));
            }
            if (b == 0xED
                    && i + 2 < bytes.length
                    && (bytes[i + 1] & 0xE0) == 0xA0
                    && (bytes[i + 2] & 0xC0) == 0x80
                    && strict(withoutSurrogates(bytes), StandardCharsets.UTF_8) != null) {
                throw new MalformedWireException(
                        Reason.LONE_SURROGATE,
                        "there is an encoded surrogate at byte %,d; repair the text".formatted(i));
            }
        }
    }

    private static byte[] withoutSurrogates(byte[] bytes) {
        byte[] kept = new byte[bytes.length];
        int n = 0;
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == 0xED && i + 2 < bytes.length && (bytes[i + 1] & 0xE0) == 0xA0) {
                i += 2;
            } else {
                kept[n++] = bytes[i];
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\u000B' && c != 0) || c == 0x7F;
    }

    private static boolean isChinese(String text) {
        Charset simplified = Charset.forName("GB2312");
        Charset traditional = Charset.forName("Big5");
        int beyondAscii = 0;
        int han = 0;
        int punctuation = 0;
        int common = 0;
        int commonTraditional = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x4E00 && c <= 0x9FFF) {
                han++;
                common += isFirstLevel(c, simplified, 0xB0, 0xD7) ? 1 : 0;
                commonTraditional += isFirstLevel(c, traditional, 0xA4, 0xC6) ? 1 : 0;
            }
            beyondAscii += c > 0x7F ? 1 : 0;
            punctuation += isPunctuation(c) ? 1 : 0;
        }
        return han > 0
                && han + punctuation >= CHINESE_SHARE * beyondAscii
                && Math.max(common, commonTraditional) >= COMMON_SHARE * han;
    }

    /** Whether a character is in the first, common level of a national character set: by the rows of that level. */
    private static boolean isFirstLevel(char c, Charset charset, int firstRow, int lastRow) {
        int row = String.valueOf(c).getBytes(charset)[0] & 0xFF;
        return row >= firstRow && row <= lastRow;
    }

    private static boolean isPunctuation(char c) {
        return (c >= 0x3000 && c <= 0x303F)
                || (c >= 0xFF01 && c <= 0xFF5E)
                || (c >= 0x2010 && c <= 0x2027)
                || c == 0xB7;
    }
}
