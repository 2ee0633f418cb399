/** What is counted for dashboards, and how versions and withdrawals move it. */
@NullMarked
package org.wirestream.counts;

import org.jspecify.annotations.NullMarked;
