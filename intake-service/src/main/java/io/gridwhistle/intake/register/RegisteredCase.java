package io.gridwhistle.intake.register;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of a case.
 *
 * @param district as intake found it, then as dispatch did
 * @param lon degrees, WGS 84, as dispatch found it, absent before
 */
record RegisteredCase(
        CaseState state,
        CaseReported report,
        Instant reportedAt,
        Instant updatedAt,
        @Nullable DistrictCode district,
        @Nullable Double lon,
        @Nullable Double lat) {

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
            RegisteredCase first = event.event() instanceof CaseReported report
                    ? new RegisteredCase(valid.state(), report, logTime, logTime, report.district(), null, null)
                    : null;
            return new Step(first, outcome, false);
        }
        return new Step(before.next(valid.state(), event.event(), logTime), outcome, supplement);
    }

    private RegisteredCase next(CaseState next, CaseEvent event, Instant logTime) {
        return event instanceof CaseDispatched dispatched
                ? new RegisteredCase(
                        next,
                        report,
                        reportedAt,
                        logTime,
                        dispatched.decision().district(),
                        dispatched.decision().lon(),
                        dispatched.decision().lat())
                : new RegisteredCase(next, report, reportedAt, logTime, district, lon, lat);
    }
}
