package io.gridwhistle.events;

import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that concerns every case of a partition from its place in the log on; it stands on all partitions. */
public sealed interface ControlEvent extends LogEvent {

    /**
     * From here on, or from a moment on, this version of a reference holds; its content stands on the reference topic.
     *
     * @param from log time; absent, or passed already, where it holds from its place in the log on
     * @param reroute whether open cases that it concerns are routed anew; without it they stay where they are
     */
    record ReferenceActivated(
            ReferenceKind kind,
            String version,
            String digest,
            @Nullable Instant from,
            boolean reroute,
            Actor actor) implements ControlEvent {}

    /** What was to hold from a moment on was taken back before. */
    record ActivationCancelled(ReferenceKind kind, String version, EventId activation, Actor actor)
            implements ControlEvent {}

    record ModeChanged(
            DistrictCode district,
            OperatingMode mode,
            @Nullable Instant until,
            String reason,
            Actor actor) implements ControlEvent {}

    /** Time went on in a quiet partition, where something that was due by then waited for it. */
    record Tick(Instant due) implements ControlEvent {}
}
