/** Settings: flag over environment over file over default, and what is passed through to the Kafka clients. */
@NullMarked
package org.wirestream.config;

import org.jspecify.annotations.NullMarked;
