package org.wirestream.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.GazetteerFormat;

/** Entries for people: a line each, with tabs, as an import reads them. Stateless. */
public final class GazetteerText {
    private GazetteerText() {}

    /** A table whose first line names the columns. */
    public static String table(List<GazetteerEntry> entries) {
        StringBuilder table = new StringBuilder("name\ttype\tidentifier\taliases\tcountry\tnote");
        for (GazetteerEntry entry : entries) {
            EntityType type = entry.type();
            table.append('\n')
                    .append(String.join(
                            "\t",
                            entry.name(),
                            type == null ? GazetteerFormat.NO_NAME : type.name(),
                            text(entry.identifier()),
                            String.join("|", entry.aliases()),
                            text(entry.country()),
                            text(entry.note())));
        }
        return table.toString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replaceAll("[\\t\\r\\n]+", " ");
    }
}
