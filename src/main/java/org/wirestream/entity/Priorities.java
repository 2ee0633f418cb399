package org.wirestream.entity;

/** The order in which names are believed where they overlap, from wire conventions down to short names of places. */
final class Priorities {
    /** What an editor says goes over everything. */
    static final int EDITOR = 200;

    static final int HEAD = 100;
    static final int TITLE = 95;
    static final int EVENT = 90;
    static final int ALIAS = 85;
    static final int ORGANISATION = 85;
    static final int COUNTRY = 80;
    static final int MODEL = 70;
    static final int PLACE = 60;
    static final int MEMORY = 56;
    static final int COUNTRY_PAIR = 55;

    private Priorities() {}
}
