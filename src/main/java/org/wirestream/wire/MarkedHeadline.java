package org.wirestream.wire;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A headline and its markers, as offsets of folded text.
 *
 * @param markers 国际, 财经·行情, 快讯, …, without brackets
 * @param signals what the markers say
 * @param agency the agency that a marker names (新华社快讯)
 * @param text the headline without its markers; empty when only markers stand there
 */
record MarkedHeadline(
        List<Range> markers, Set<Signal> signals, @Nullable AgencyMatch agency, Range text) {}
