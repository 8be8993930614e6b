package io.gridwhistle.benchmarks;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.streams.Moment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A moment in the demo city whose references are parsed already, as they are in a service that has run for a while. */
record DemoMoment(Instant logTime, String source, Map<ReferenceKind, Object> references) implements Moment {

    static DemoMoment in(DemoTables tables) {
        return new DemoMoment(
                CaseHistory.START,
                "/benchmark",
                Map.of(
                        ReferenceKind.CITY, tables.city(),
                        ReferenceKind.GRID_SET, tables.gridSet(),
                        ReferenceKind.UNITS, tables.routing().units(),
                        ReferenceKind.RESPONSIBILITIES, tables.routing().responsibilities(),
                        ReferenceKind.CALENDARS, tables.calendars(),
                        ReferenceKind.POLICIES, tables.policies()));
    }

    @Override
    public Optional<String> findVersion(ReferenceKind kind) {
        return Optional.of("demo");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
        return Optional.ofNullable((T) references.get(kind));
    }
}
