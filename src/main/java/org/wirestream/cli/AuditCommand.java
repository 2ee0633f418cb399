package org.wirestream.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.wirestream.audit.AuditEntry;
import org.wirestream.audit.AuditLog;
import org.wirestream.audit.AuditText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit}: who did what to the pipeline's input. */
@Command(
        name = "audit",
        description = {
            "List who replayed files or topics, sent dead letters back or reset the pipeline: when, what was chosen, what came of it.",
            "The newest stand last. One that is running and was last written long ago was killed."
        },
        footer = {
            "  wirestream audit",
            "  wirestream audit 20260131-101500-7f3a",
            "  wirestream audit --max 1000 --json | jq .user"
        })
final class AuditCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "only these")
    private List<String> ids = List.of();

    @Option(
            names = "--max",
            paramLabel = "N",
            defaultValue = "20",
            description = "list the newest N (default: ${DEFAULT-VALUE})")
    private int max;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<AuditEntry> entries = new AuditLog(options.load()).newest(ids, Math.max(0, max));
        if (json) {
            entries.forEach(entry -> spec.commandLine().getOut().println(AuditText.json(entry)));
        } else {
            spec.commandLine().getOut().println(AuditText.table(entries));
        }
        return ExitCodes.OK;
    }
}
