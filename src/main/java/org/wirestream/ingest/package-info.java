/** Input beside the raw topic: a watched folder and HTTP, each text once whatever dies. */
@NullMarked
package org.wirestream.ingest;

import org.jspecify.annotations.NullMarked;
