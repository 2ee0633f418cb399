package org.wirestream.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demo}: everything in one process. */
@Command(
        name = "demo",
        description = "Start a broker and the topology in this process, replay the seeds, and print what comes out.",
        footer = {
            "",
            "Examples:",
            "  wirestream demo",
            "  wirestream demo --once",
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

    @Mixin
    private ColorOption color;

    @Mixin
    private SettingsOptions options;

    @Override
    public Integer call() throws Exception {
        Demo demo = new Demo(System.out, System.err, color.style());
        Shutdown.closing(demo);
        List<String> texts = paths.isEmpty()
                ? List.of(Path.of(System.getProperty("wirestream.home", "."), "seeds")
                        .toString())
                : paths;
        demo.run(
                data,
                port,
                texts,
                (servers, path) -> options.load(Map.of(
                        "bootstrap.servers",
                        servers,
                        "state.dir",
                        path.resolve("state").toString(),
                        "replication.factor",
                        "1")),
                once,
                Boolean.getBoolean("wirestream.terminal"));
        return ExitCodes.OK;
    }
}
