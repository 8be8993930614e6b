package io.gridwhistle.log.streams;

import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.PlannedMode;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.streams.Moment.ModeInForce;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operating modes of places, as they were said and planned.
 *
 * <p>At any moment it is, of what somebody said, the last that holds then; else, of what is planned, the last that holds
 * then; else the ordinary one.
 *
 * @param said in the order of the log
 * @param planned in the order of the plan
 */
public record Modes(List<Said> said, List<Said> planned) {
    public static final Modes NONE = new Modes(List.of(), List.of());

    /** For so long it is known which mode held when: longer than a service is away. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** From a moment until a moment, or until further notice. */
    public record Said(
            CellCode place,
            OperatingMode mode,
            Instant from,
            @Nullable Instant until) {
        /** To the millisecond, as log time is. A moment that no clock counts to, once in the log, must stop no reader. */
        public Said {
            from = within(from).truncatedTo(ChronoUnit.MILLIS);
            until = until == null ? null : within(until).truncatedTo(ChronoUnit.MILLIS);
        }

        private static Said of(PlannedMode plan) {
            return new Said(plan.place(), plan.mode(), plan.from(), plan.until());
        }

        boolean holdsAt(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }

        private boolean isForgottenAt(Instant at) {
            return until != null && !until.plus(REMEMBERED).isAfter(at);
        }

        private Said until(Instant end) {
            return new Said(place, mode, from, until == null || until.isAfter(end) ? end : until);
        }

        private Stream<Instant> turns() {
            return Stream.of(from, until).filter(Objects::nonNull);
        }
    }

    /** The moment, or the nearest one that clocks and calendars count to: from 1970 to the year 9999. */
    public static Instant within(Instant moment) {
        return moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
    }

    public Modes {
        said = List.copyOf(said);
        planned = List.copyOf(planned);
    }

    /** With one more word, appended then. */
    public Modes with(ModeChanged word, Instant appended) {
        Instant from = word.from() == null || word.from().isBefore(appended) ? appended : word.from();
        boolean takesBack = word.mode() == OperatingMode.ORDINARY && word.until() == null;
        var next = new ArrayList<Said>();
        for (Said it : said) {
            // What was to begin later begins all the same.
            boolean isMeant = takesBack && it.place().equals(word.place()) && it.holdsAt(from);
            next.add(isMeant ? it.until(from) : it);
        }
        if (!takesBack) {
            next.add(new Said(word.place(), word.mode(), from, word.until()));
        }
        return new Modes(next, planned);
    }

    /** With another plan, appended then; what was planned before has held until then. */
    public Modes planning(List<PlannedMode> plan, Instant appended) {
        Stream<Said> before =
                planned.stream().filter(it -> it.from().isBefore(appended)).map(it -> it.until(appended));
        return new Modes(
                said, Stream.concat(before, plan.stream().map(Said::of)).toList());
    }

    /** Without what was over long before a moment. */
    Modes since(Instant at) {
        return new Modes(
                said.stream().filter(it -> !it.isForgottenAt(at)).toList(),
                planned.stream().filter(it -> !it.isForgottenAt(at)).toList());
    }

    /** The mode that holds at a moment: that of the last of these places of which one was said or planned. */
    public ModeInForce find(List<String> places, Instant at) {
        return places.reversed().stream()
                .flatMap(place -> findAt(place, at).stream())
                .findFirst()
                .map(it -> new ModeInForce(it.mode(), it.from()))
                .orElse(ModeInForce.ORDINARY);
    }

    /** What was said or planned of a place and holds at a moment. */
    public Optional<Said> findAt(String place, Instant at) {
        return last(said, place, at).or(() -> last(planned, place, at));
    }

    private static Optional<Said> last(List<Said> all, String place, Instant at) {
        return all.stream()
                .filter(it -> it.place().value().equals(place) && it.holdsAt(at))
                .reduce((earlier, later) -> later);
    }

    /** The next moment after this one at which another mode may hold somewhere. */
    public Optional<Instant> findTurnAfter(Instant at) {
        return Stream.concat(said.stream(), planned.stream())
                .flatMap(Said::turns)
                .filter(turn -> turn.isAfter(at))
                .min(Instant::compareTo);
    }
}
