package org.wirestream.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Cuts a model's file to what {@link Encoder} reads of it, for the distribution: a third of the file is layers that nothing reads.
 * Cutting what is cut already changes nothing, so the encoder loads both alike.
 */
final class ModelCutter {
    private ModelCutter() {}

    /**
     * Cuts the file in place.
     *
     * @param arguments the file
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.write(file, Encoder.cut(Files.readAllBytes(file)));
    }
}
