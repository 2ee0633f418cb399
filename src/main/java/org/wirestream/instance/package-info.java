/** One running instance: the topology, and what it says of itself over HTTP: metrics, whether it lives, whether it is ready. */
@NullMarked
package org.wirestream.instance;

import org.jspecify.annotations.NullMarked;
