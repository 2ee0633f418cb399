package org.wirestream.time;

/**
 * Where a calendar expression stands, as far as that decides its value.
 *
 * @param sentence counts the sentences of the paragraph from 0
 * @param opening it opens the paragraph
 * @param leading it opens a sentence
 * @param quoted it stands in quotation marks: the speaker's today is not the wire's
 * @param topic a year that the sentence is about, not one compared with or counted from
 * @param since what follows is only counted from it (以来, 起) or compared with it (同期)
 * @param distant it is only counted towards (距1月30日)
 * @param delivery it names a futures contract
 * @param future the clause speaks of what is to come
 */
record Setting(
        int sentence,
        boolean opening,
        boolean leading,
        boolean quoted,
        boolean topic,
        boolean since,
        boolean distant,
        boolean delivery,
        boolean future) {}
