package org.wirestream.time;

/** How fine a calendar expression is. */
enum Unit {
    YEAR,
    MONTH,
    DAY
}
