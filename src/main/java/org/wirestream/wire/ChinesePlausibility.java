package org.wirestream.wire;

/**
 * Tells a Chinese text in GB18030 from bytes of another encoding that GB18030 happens to accept.
 *
 * <p>GB 2312 orders characters by use: level 1 (lead bytes B0 to D7) holds the 3,755 common ones. Chinese text is nearly all
 * level 1 and punctuation, and a few dozen characters make up a good part of it; cut UTF-8, Big5 and EUC-KR read as GB18030
 * fail on the one or the other.
 */
final class ChinesePlausibility {
    /** The most frequent characters of modern Chinese, and those of any wire's head, in both scripts. */
    private static final String FREQUENT =
            "的一是在不了有和人这中大为上个国我以要他时来用们到作地于出就分对成会可主发年同工也能下过子说面而方后多定行学法所民得经日月电社新记者報記電國時會發這對";

    private static final double LEVEL_1 = 0.9;
    private static final double LEVEL_1_TRADITIONAL = 0.45;
    private static final double FREQUENT_SHARE = 0.06;
    private static final double FREQUENT_SHARE_TRADITIONAL = 0.12;
    private static final double KANA = 0.1;

    private ChinesePlausibility() {}

    /** Whether bytes that GB18030 decodes to a text are likely to be that text. */
    static boolean of(byte[] value, String text) {
        int pairs = 0;
        int common = 0;
        int kana = 0;
        int i = 0;
        while (i < value.length) {
            int lead = value[i] & 0xFF;
            if (lead < 0x80 || i + 1 >= value.length) {
                i++;
                continue;
            }
            int trail = value[i + 1] & 0xFF;
            if (trail >= 0x30 && trail <= 0x39) {
                i += 4;
                pairs++;
                continue;
            }
            boolean inGb2312 = trail >= 0xA1;
            common += inGb2312 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3)) ? 1 : 0;
            kana += inGb2312 && (lead == 0xA4 || lead == 0xA5) ? 1 : 0;
            pairs++;
            i += 2;
        }
        long han = text.chars().filter(c -> c >= '\u4E00' && c <= '\u9FFF').count();
        long frequent = text.chars().filter(c -> FREQUENT.indexOf(c) >= 0).count();
        if (pairs == 0 || han == 0 || kana > KANA * pairs) {
            return false;
        }
        double commonShare = (double) common / pairs;
        double frequentShare = (double) frequent / han;
        return (commonShare >= LEVEL_1 && frequentShare >= FREQUENT_SHARE)
                || (commonShare >= LEVEL_1_TRADITIONAL && frequentShare >= FREQUENT_SHARE_TRADITIONAL);
    }
}
