package io.gridwhistle.local;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.streams.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a city folder says, in force at every moment. */
final class FolderReferences {
    private static final Map<ReferenceKind, String> FILES = Map.of(
            ReferenceKind.CITY, "city.json",
            ReferenceKind.UNITS, "units.json",
            ReferenceKind.GRID_SET, "grid-set.geojson",
            ReferenceKind.RESPONSIBILITIES, "responsibilities.json",
            ReferenceKind.POLICIES, "policies.json",
            ReferenceKind.CALENDARS, "calendars.json");

    private record Parsed(Object value) {}

    private final Path folder;
    private final Map<ReferenceKind, Parsed> parsed = new EnumMap<>(ReferenceKind.class);

    FolderReferences(Path folder) {
        this.folder = folder;
    }

    Moment at(Instant logTime) {
        return new At(logTime);
    }

    private final class At implements Moment {
        private final Instant logTime;

        At(Instant logTime) {
            this.logTime = logTime;
        }

        @Override
        public Instant logTime() {
            return logTime;
        }

        @Override
        public Optional<String> findVersion(ReferenceKind kind) {
            return Optional.of("demo");
        }

        @Override
        @SuppressWarnings("unchecked") // A kind is only ever parsed into one type.
        public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
            return Optional.of((T) parsed.computeIfAbsent(kind, it -> new Parsed(parser.apply(file(it))))
                    .value());
        }

        @Override
        public String source() {
            return "/test";
        }
    }

    private byte[] file(ReferenceKind kind) {
        try {
            return Files.readAllBytes(folder.resolve(FILES.getOrDefault(kind, "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
