package org.wirestream.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;

/** Looks for what keeps a pipeline with some settings from working on this machine and its cluster. Changes nothing. */
public final class Doctor {
    private Doctor() {}

    /** What every check found, this machine first. */
    public static List<Finding> examine(Settings settings) {
        List<Finding> findings = new ArrayList<>(new MachineChecks(
                        Path.of(settings.get(SettingKey.STATE_DIR)),
                        settings.get(SettingKey.ENGINE).equals("accurate"))
                .run());
        findings.addAll(new ClusterChecks(settings).run());
        return findings;
    }
}
