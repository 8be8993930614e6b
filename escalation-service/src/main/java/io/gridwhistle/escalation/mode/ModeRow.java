package io.gridwhistle.escalation.mode;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.ControlEvent.ModesPlanned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.PlannedMode;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.streams.Modes;
import io.gridwhistle.log.view.Logged;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mode as it was said or planned, as table {@code operating_mode} lists it.
 *
 * @param number within its event
 * @param fromAt absent where it held at once
 */
public record ModeRow(
        String eventId,
        int number,
        boolean planned,
        String place,
        String mode,
        @Nullable Instant fromAt,
        @Nullable Instant untilAt,
        String reason,
        String actor,
        Instant saidAt) {

    /** What an event says, if it speaks of modes. */
    static Stream<ModeRow> of(Logged logged) {
        EventEnvelope<?> envelope = logged.envelope();
        String id = envelope.id().value();
        return switch (envelope.event()) {
            case ModeChanged it ->
                Stream.of(new ModeRow(
                        id,
                        0,
                        false,
                        it.place().value(),
                        it.mode().code(),
                        it.from() == null ? null : Modes.within(it.from()),
                        it.until() == null ? null : Modes.within(it.until()),
                        it.reason(),
                        it.actor().name(),
                        envelope.time()));
            case ModesPlanned it ->
                IntStream.range(0, it.modes().size())
                        .filter(i -> isWithin(it.modes().get(i)))
                        .mapToObj(i -> planned(id, i, it, envelope.time()));
            default -> Stream.empty();
        };
    }

    private static boolean isWithin(PlannedMode plan) {
        return Modes.within(plan.from()).isBefore(Modes.within(plan.until()));
    }

    private static ModeRow planned(String id, int number, ModesPlanned plan, Instant at) {
        PlannedMode it = plan.modes().get(number);
        return new ModeRow(
                id,
                number,
                true,
                it.place().value(),
                it.mode().code(),
                Modes.within(it.from()),
                Modes.within(it.until()),
                it.name(),
                plan.actor().name(),
                at);
    }

    ModeChanged asSaid() {
        return new ModeChanged(new CellCode(place), operatingMode(), fromAt, untilAt, reason, Actor.system(actor));
    }

    PlannedMode asPlanned() {
        return new PlannedMode(
                new CellCode(place),
                operatingMode(),
                fromAt == null ? saidAt : fromAt,
                untilAt == null ? Instant.MAX : untilAt,
                reason);
    }

    private OperatingMode operatingMode() {
        return Arrays.stream(OperatingMode.values())
                .filter(it -> it.code().equals(mode))
                .findFirst()
                .orElse(OperatingMode.ORDINARY);
    }

    static List<ModeRow> listAll(List<Logged> events) {
        return events.stream().flatMap(ModeRow::of).toList();
    }
}
