package org.wirestream.wire;

import org.jspecify.annotations.Nullable;

/**
 * The name of an agency in folded text.
 *
 * @param agency null when the name has the form of one but is not listed
 * @param range where it stands
 */
record AgencyMatch(@Nullable Agency agency, Range range) {}
