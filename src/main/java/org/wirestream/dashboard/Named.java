package org.wirestream.dashboard;

import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;

/**
 * A thing with its names.
 *
 * @param id what filters and paths call it
 * @param label its Chinese name
 * @param labelEn its English name, where one is known
 * @param type of an entity
 */
record Named(
        String id,
        String label,
        @Nullable String labelEn,
        @Nullable EntityType type) {}
