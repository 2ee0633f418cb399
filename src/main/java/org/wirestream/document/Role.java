package org.wirestream.document;

import org.jspecify.annotations.Nullable;

/**
 * An office that the text gives to a person: 乌兹别克斯坦共和国总统米尔济约耶夫.
 *
 * @param person id of the person
 * @param office the office as written, without country or organisation: 总统
 * @param organisation id of the organisation that the office belongs to, when named
 * @param country id of the country that it belongs to, when named
 * @param paragraph index of the paragraph
 * @param begin first UTF-16 code unit of the office
 * @param end one past the last
 */
public record Role(
        String person,
        String office,
        @Nullable String organisation,
        @Nullable String country,
        int paragraph,
        int begin,
        int end) {}
