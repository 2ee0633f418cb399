package org.wirestream.entity;

/** The order in which recognisers are believed, from wire conventions down to statistics. */
final class Priorities {
    /** What an editor says goes over everything. */
    static final int EDITOR = 200;

    static final int HEAD = 100;
    static final int TITLE = 95;
    static final int EVENT = 90;
    static final int ALIAS = 85;
    static final int ORGANISATION_NAME = 85;
    static final int COUNTRY = 80;
    static final int DOTTED_PERSON = 78;
    static final int COMPOSED_ORGANISATION = 86;
    static final int PLACE_NAME = 60;
    static final int TITLED_PERSON = 58;
    static final int MEMORY = 56;
    static final int COUNTRY_PAIR = 55;
    static final int STATISTICS = 50;
    static final int MODEL = 70;

    private Priorities() {}
}
