package org.wirestream.cli;

import org.jspecify.annotations.Nullable;
import org.wirestream.replay.Pace;
import org.wirestream.replay.Rate;
import org.wirestream.replay.Speed;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How fast a replay goes: one of two options, or neither. */
final class PaceOption {
    @ArgGroup(exclusive = true)
    private @Nullable Choice choice;

    /** The options, which exclude each other. */
    static final class Choice {
        @Option(
                names = "--rate",
                paramLabel = "N/s",
                converter = ReplayCommand.RateConverter.class,
                description = "send at most N records a second")
        private @Nullable Rate rate;

        @Option(
                names = "--speed",
                paramLabel = "Nx",
                converter = SpeedConverter.class,
                description =
                        "send N times as fast as it once came: by records' timestamps, or for files by items' own times; no pause is longer than a minute")
        private @Nullable Speed speed;
    }

    /** Reads 10x. */
    static final class SpeedConverter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String value) {
            return Speed.parse(value);
        }
    }

    @Nullable
    Pace pace() {
        if (choice == null) {
            return null;
        }
        return choice.speed == null ? choice.rate : choice.speed;
    }
}
