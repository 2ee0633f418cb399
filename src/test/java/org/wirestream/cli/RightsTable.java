package org.wirestream.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The table of rights in {@code docs/security.md}. */
final class RightsTable {
    private RightsTable() {}

    /** What a role is granted there, for the user of the same name. */
    static List<AclBinding> of(String role) throws IOException {
        List<AclBinding> bindings = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs/security.md"))) {
            List<String> cells = List.of(line.replace("`", "").split("\\s*\\|\\s*", -1));
            if (cells.size() != 7 || !cells.get(1).equals(role)) {
                continue;
            }
            for (String operation : cells.get(5).split(",\\s*", -1)) {
                bindings.add(new AclBinding(
                        new ResourcePattern(
                                ResourceType.fromString(cells.get(2)),
                                cells.get(4),
                                PatternType.fromString(cells.get(3).toUpperCase(Locale.ROOT))),
                        new AccessControlEntry(
                                "User:" + role, "*", AclOperation.fromString(operation), AclPermissionType.ALLOW)));
            }
        }
        return bindings;
    }

    /** The same right for another user, or another operation instead. */
    static AclBinding forUser(String user, AclBinding right, AclOperation operation) {
        return new AclBinding(
                right.pattern(), new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }
}
