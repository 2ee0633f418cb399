/** A paragraph's IPTC Media Topics with confidence and evidence, and the desks they belong to. */
@NullMarked
package org.wirestream.subject;

import org.jspecify.annotations.NullMarked;
