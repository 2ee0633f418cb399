package org.wirestream.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.wirestream.doctor.Doctor;
import org.wirestream.doctor.Finding;
import org.wirestream.doctor.FindingText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what keeps the pipeline from working. */
@Command(
        name = "doctor",
        description =
                "Check this machine and the cluster: Java, encoding, native libraries, disks, brokers, clock, topics and their "
                        + "configuration, rights. Says of each how to mend it; changes nothing. Exit code 0 unless there is a problem.",
        footer = {
            "  wirestream doctor -b kafka-1:9092",
            "  wirestream doctor -b kafka-1:9092 --json | jq '.[] | select(.verdict != \"OK\")'"
        })
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "print one JSON array")
    private boolean json;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = Doctor.examine(options.load());
        spec.commandLine().getOut().println(json ? FindingText.json(findings) : FindingText.table(findings));
        return findings.stream()
                .filter(finding -> finding.verdict() == Finding.Verdict.PROBLEM)
                .map(finding -> code(finding.check()))
                .max(Integer::compare)
                .orElse(ExitCodes.OK);
    }

    /** The code by which other commands would fail for it; the highest of several. */
    private static int code(Finding.Check check) {
        return switch (check) {
            case BROKERS -> ExitCodes.BROKER_UNREACHABLE;
            case TOPICS -> ExitCodes.TOPICS_MISSING;
            case RIGHTS -> ExitCodes.ACCESS_DENIED;
            case JAVA, ENCODING, LIBRARIES, DISK, CLOCK, CONFIGURATION -> ExitCodes.FAILURE;
        };
    }
}
