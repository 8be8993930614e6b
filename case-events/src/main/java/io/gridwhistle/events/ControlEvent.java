package io.gridwhistle.events;

import io.gridwhistle.events.id.DistrictCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that concerns every case of a partition from its place in the log on; it stands on all partitions. */
public sealed interface ControlEvent extends LogEvent {

    /** From here on this version of a reference holds; its content stands on the reference topic. */
    record ReferenceActivated(ReferenceKind kind, String version, String digest, Actor actor) implements ControlEvent {}

    record ModeChanged(
            DistrictCode district,
            OperatingMode mode,
            @Nullable Instant until,
            String reason,
            Actor actor) implements ControlEvent {}

    /** Time went on in a quiet partition: a deadline at {@code due} had come. */
    record Tick(Instant due) implements ControlEvent {}
}
