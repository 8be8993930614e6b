package io.gridwhistle.intake.register;

import io.gridwhistle.city.geo.Coordinates;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.Crossing;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of a case.
 *
 * @param report as it was first made; what of it was corrected since is in {@code state}
 * @param acceptedAt log time of its acceptance
 * @param district as intake found it, then as dispatch did
 * @param lon degrees, WGS 84, as reported, then as dispatch found it
 * @param crosses what the last dispatch says that it crosses (三跨)
 */
record RegisteredCase(
        CaseState state,
        CaseReported report,
        Instant reportedAt,
        Instant updatedAt,
        @Nullable Instant acceptedAt,
        @Nullable DistrictCode district,
        @Nullable Double lon,
        @Nullable Double lat,
        List<Crossing> crosses) {

    /** An event and what became of it; {@code next} is the case afterwards, absent where there is still none. */
    record Step(@Nullable RegisteredCase next, Outcome outcome, boolean supplement) {}

    static Step apply(@Nullable RegisteredCase before, EventEnvelope<? extends CaseEvent> event, Instant logTime) {
        CaseState state = before == null ? null : before.state();
        Outcome outcome = CaseLifecycle.apply(state, event.id(), event.event());
        boolean supplement = CaseLifecycle.isSupplement(state, event.id(), event.event());
        if (!(outcome instanceof Outcome.Valid valid)) {
            return new Step(before, outcome, false);
        }
        if (before == null) {
            return new Step(
                    event.event() instanceof CaseReported it ? first(valid.state(), it, logTime) : null,
                    outcome,
                    false);
        }
        return new Step(before.next(valid.state(), event.event(), logTime), outcome, supplement);
    }

    private static RegisteredCase first(CaseState state, CaseReported report, Instant logTime) {
        var unplaced = new RegisteredCase(state, report, logTime, logTime, null, null, null, null, List.of());
        return unplaced.at(report.place(), report.district());
    }

    /** No view stands still over a place that intake would have refused. */
    private static Optional<Point> findPoint(ReportedPlace place) {
        try {
            return Coordinates.findPoint(place);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private RegisteredCase next(CaseState next, CaseEvent event, Instant logTime) {
        var now = new RegisteredCase(next, report, reportedAt, logTime, acceptedAt, district, lon, lat, crosses);
        return switch (event) {
            case CaseDispatched dispatched -> now.routed(dispatched.decision());
            case CaseSupplemented added
            when !next.place().equals(state.place()) -> now.at(next.place(), added.district());
            case CaseAccepted _ ->
                new RegisteredCase(next, report, reportedAt, logTime, logTime, district, lon, lat, crosses);
            default -> now;
        };
    }

    private RegisteredCase routed(RoutingDecision found) {
        return new RegisteredCase(
                state,
                report,
                reportedAt,
                updatedAt,
                acceptedAt,
                found.district(),
                found.lon(),
                found.lat(),
                found.crosses());
    }

    private RegisteredCase at(ReportedPlace place, @Nullable DistrictCode found) {
        Point point = findPoint(place).orElse(null);
        return new RegisteredCase(
                state,
                report,
                reportedAt,
                updatedAt,
                acceptedAt,
                found,
                point == null ? null : point.lon(),
                point == null ? null : point.lat(),
                crosses);
    }
}
