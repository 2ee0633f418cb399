package org.wirestream.replay;

/** How fast records follow one another: so many in a time, or as they once came. */
public sealed interface Pace permits Rate, Speed {}
