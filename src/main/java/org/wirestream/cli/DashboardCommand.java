package org.wirestream.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.SettingKey;
import org.wirestream.dashboard.Dashboard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dashboard}: page and API beside any number of instances. */
@Command(
        name = "dashboard",
        description = "Serve the page and the HTTP API from the output topics of a Kafka cluster until it is stopped.",
        footer = {
            "  wirestream dashboard -b kafka-1:9092",
            "  wirestream dashboard -b kafka-1:9092 --host 0.0.0.0 --port 80 --config wirestream.properties"
        })
final class DashboardCommand implements Callable<Integer> {
    @Option(names = "--host", paramLabel = "ADDRESS", description = "address to listen on (default: 127.0.0.1)")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "port to listen on, 0 for any free one (default: 8088)")
    private @Nullable String port;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> decided = new LinkedHashMap<>();
        if (host != null) {
            decided.put(SettingKey.DASHBOARD_HOST.key(), host);
        }
        if (port != null) {
            decided.put(SettingKey.DASHBOARD_PORT.key(), port);
        }
        Dashboard dashboard = Dashboard.start(options.load(decided));
        Shutdown.closing(dashboard);
        spec.commandLine().getErr().println("wirestream: dashboard on " + dashboard.url() + "; Ctrl-C stops");
        dashboard.awaitStopped();
        Throwable failure = dashboard.failure();
        if (failure != null) {
            throw new IllegalStateException("the dashboard failed: " + failure.getMessage(), failure);
        }
        return ExitCodes.OK;
    }
}
