/** The HTTP server that dashboard and ingest share: Jetty's core, who may ask, and errors as problems (RFC 9457). */
@NullMarked
package org.wirestream.http;

import org.jspecify.annotations.NullMarked;
