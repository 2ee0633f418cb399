/** What editors say of names: entries, their JSON and files, and where they stand in a text. Knows no Kafka. */
@NullMarked
package org.wirestream.gazetteer;

import org.jspecify.annotations.NullMarked;
