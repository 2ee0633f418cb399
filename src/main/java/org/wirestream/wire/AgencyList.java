package org.wirestream.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agencies that are known by name. Immutable. */
final class AgencyList {
    private final Map<String, Agency> byForm = new HashMap<>();
    private final WordSet forms;

    AgencyList() {
        for (String line : WordLists.lines("agencies.tsv")) {
            String[] fields = line.split("\t", -1);
            Agency agency = new Agency(fields[0], fields[1]);
            byForm.put(agency.name(), agency);
            if (fields.length > 2) {
                for (String form : fields[2].split(" ", -1)) {
                    byForm.put(form, agency);
                }
            }
        }
        forms = new WordSet(byForm.keySet());
    }

    /** The agency whose name, as long as possible, begins at an offset. */
    @Nullable
    AgencyMatch at(String folded, int at, int limit) {
        int length = at < limit ? forms.lengthAt(folded, at, limit) : 0;
        return length == 0
                ? null
                : new AgencyMatch(byForm.get(folded.substring(at, at + length)), new Range(at, at + length));
    }
}
