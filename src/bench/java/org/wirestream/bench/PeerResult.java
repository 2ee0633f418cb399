package org.wirestream.bench;

import org.wirestream.quality.Measure;

/**
 * What one of the compared does.
 *
 * @param name what it is called
 * @param names people, places and organisations together
 * @param speed characters a second of processor time
 */
record PeerResult(String name, Measure names, Spread speed) {
    boolean isOurs() {
        return name.startsWith("Wirestream");
    }
}
