package org.wirestream.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.SettingKey;
import org.wirestream.demo.Demo;
import org.wirestream.replay.Rate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demo}: everything in one process. */
@Command(
        name = "demo",
        description = {
            "Start a broker and the topology in this process, replay the seeds, print what comes out, and serve the dashboard.",
            "--live adds a synthetic wire: stories written for this project, dated now; none of it happened."
        },
        footer = {
            "  wirestream demo",
            "  wirestream demo --once",
            "  wirestream demo --live",
            "  wirestream demo --live --rate 60/min --dashboard-port 8088",
            "  wirestream demo --data data/demo --port 9092 my-texts/"
        })
final class DemoCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "texts to replay (default: the seeds)")
    private List<String> paths = List.of();

    @Option(names = "--once", description = "stop when the texts are through")
    private boolean once;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "keep broker and state here between runs (default: a temporary directory)")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "port of the broker on 127.0.0.1 (default: any free one)")
    private int port;

    @Option(names = "--live", description = "play a synthetic wire that goes on for ever")
    private boolean live;

    @Option(
            names = "--rate",
            paramLabel = "N/min",
            defaultValue = "12/min",
            converter = ReplayCommand.RateConverter.class,
            description = "how fast --live plays (default: ${DEFAULT-VALUE})")
    private Rate rate;

    @Option(
            names = "--dashboard-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "port of the dashboard on 127.0.0.1 (default: any free one)")
    private int dashboardPort;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "port of the metrics on 127.0.0.1 (default: any free one)")
    private int metricsPort;

    @Mixin
    private ColorOption color;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Demo demo = new Demo(System.out, System.err, color.style());
        Shutdown.closing(demo);
        List<String> texts = paths.isEmpty()
                ? List.of(Path.of(System.getProperty("wirestream.home", "."), "seeds")
                        .toString())
                : paths;
        if (once && live) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--live never ends; leave out --once");
        }
        demo.run(
                new Demo.Options(
                        data, port, texts, once, live ? rate : null, Boolean.getBoolean("wirestream.terminal")),
                (servers, path) -> options.load(Map.of(
                        SettingKey.DASHBOARD_PORT.key(),
                        Integer.toString(dashboardPort),
                        SettingKey.METRICS_PORT.key(),
                        Integer.toString(metricsPort),
                        "bootstrap.servers",
                        servers,
                        "state.dir",
                        path.resolve("state").toString(),
                        "replication.factor",
                        "1",
                        // The broker is in this process: if it does not answer, the machine is busy.
                        "kafka.admin.default.api.timeout.ms",
                        "60000")));
        return ExitCodes.OK;
    }
}
