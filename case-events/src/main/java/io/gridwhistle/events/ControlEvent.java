package io.gridwhistle.events;

import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.EventId;
import java.time.Instant;
import java.util.List;
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

    /**
     * The operating mode of a place, as somebody said; what was said last holds.
     *
     * @param place a district, or an exclusive grid
     * @param from log time; absent, or passed already, where it holds from its place in the log on
     * @param until absent until further notice; the ordinary mode without it takes back what was said before, and what
     *     was planned holds again
     */
    record ModeChanged(
            CellCode place,
            OperatingMode mode,
            @Nullable Instant from,
            @Nullable Instant until,
            String reason,
            Actor actor)
            implements ControlEvent {}

    /** The modes that a calendar plans, in place of all that were planned before; what somebody says goes before them. */
    record ModesPlanned(List<PlannedMode> modes, Actor actor) implements ControlEvent {}

    /** Time went on in a quiet partition, where something that was due by then waited for it. */
    record Tick(Instant due) implements ControlEvent {}
}
