package org.wirestream.doctor;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.RocksDB;
import org.wirestream.doctor.Finding.Check;

/** What can be seen on this machine without a cluster. */
final class MachineChecks {
    private static final long MIN_HEAP = 500L << 20;
    private static final String NAME = "新华社";

    private final Path stateDirectory;
    private final boolean encoder;

    /** @param encoder whether the engine needs the encoder's library */
    MachineChecks(Path stateDirectory, boolean encoder) {
        this.stateDirectory = stateDirectory;
        this.encoder = encoder;
    }

    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        findings.add(memory(Runtime.version().toString(), Runtime.getRuntime().maxMemory()));
        findings.add(encoding(System.getProperty("sun.jnu.encoding", ""), Charset.defaultCharset()));
        findings.add(libraries());
        findings.add(disk(stateDirectory));
        return findings;
    }

    static Finding memory(String java, long heap) {
        String text = "Java %s, at most %,d MB of heap".formatted(java, heap >> 20);
        return heap < MIN_HEAP
                ? Finding.warning(
                        Check.JAVA,
                        text,
                        "give it 512 MB or more: WIRESTREAM_JAVA_OPTS=-Xmx768m, or more container memory")
                : Finding.ok(Check.JAVA, text);
    }

    static Finding encoding(String fileNames, Charset texts) {
        boolean chinese = Charset.isSupported(fileNames)
                && Charset.forName(fileNames).newEncoder().canEncode(NAME);
        String text = "file names in %s, texts in %s".formatted(fileNames.isEmpty() ? "?" : fileNames, texts);
        if (!chinese || !texts.newEncoder().canEncode(NAME)) {
            return Finding.problem(
                    Check.ENCODING,
                    text + ": Chinese cannot be written",
                    "set LC_ALL=C.UTF-8 (or another UTF-8 locale) before starting, and -Dfile.encoding=UTF-8");
        }
        return Finding.ok(Check.ENCODING, text);
    }

    private Finding libraries() {
        try {
            RocksDB.loadLibrary();
            if (encoder) {
                OrtEnvironment unused = OrtEnvironment.getEnvironment();
            }
        } catch (RuntimeException | LinkageError e) {
            return Finding.problem(
                    Check.LIBRARIES,
                    "a native library cannot be loaded: " + e.getMessage(),
                    "use the archive that was made for this platform (%s, %s), and let java.io.tmpdir (%s) execute files"
                            .formatted(
                                    System.getProperty("os.name"),
                                    System.getProperty("os.arch"),
                                    System.getProperty("java.io.tmpdir")));
        }
        return Finding.ok(Check.LIBRARIES, encoder ? "RocksDB and ONNX Runtime load" : "RocksDB loads");
    }

    static Finding disk(Path directory) {
        Path existing = directory.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        String place = "state.dir %s".formatted(directory.toAbsolutePath());
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return Finding.problem(
                    Check.DISK,
                    "%s cannot be written: %s is %s"
                            .formatted(place, existing, Files.isDirectory(existing) ? "read-only" : "no directory"),
                    "set state.dir to a directory that this user may write");
        }
        try {
            FileStore store = Files.getFileStore(existing);
            return DiskSpace.judge(
                    place, store.getTotalSpace(), store.getUsableSpace(), "make room, or move state.dir");
        } catch (IOException e) {
            return Finding.warning(
                    Check.DISK,
                    "%s: the space left cannot be read (%s)".formatted(place, e.getMessage()),
                    "look at the volume by other means");
        }
    }
}
