package org.wirestream.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Key stores for tests, made by the JDK's keytool; the password of each is {@link #PASSWORD}. */
public final class Certificates {
    public static final String PASSWORD = "changeit";

    private Certificates() {}

    /**
     * A key for 127.0.0.1, certified by an authority of its own; what a client must trust to believe its holder is {@link #trustStore}.
     *
     * @param start when the certificate begins to hold, as keytool writes it: {@code -10d}
     * @param days how long it holds
     */
    public static Path keyStore(Path directory, String name, String start, int days) throws Exception {
        Path store = directory.resolve(name + ".p12");
        Path authority = directory.resolve(name + ".cer");
        generate(store, name + "-authority", "-ext", "bc:c", "-startdate", "-30d", "-validity", "365");
        generate(
                store,
                name,
                "-signer",
                name + "-authority",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-startdate",
                start,
                "-validity",
                Integer.toString(days));
        keytool(store, "-exportcert", "-alias", name + "-authority", "-file", authority.toString());
        keytool(trustStore(store), "-importcert", "-noprompt", "-alias", "authority", "-file", authority.toString());
        keytool(store, "-delete", "-alias", name + "-authority");
        return store;
    }

    /** The trust store beside a key store. */
    public static Path trustStore(Path keyStore) {
        return keyStore.resolveSibling("trust-" + keyStore.getFileName());
    }

    private static void generate(Path store, String name, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair", "-alias", name, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name));
        arguments.addAll(List.of(more));
        keytool(store, arguments.toArray(String[]::new));
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
