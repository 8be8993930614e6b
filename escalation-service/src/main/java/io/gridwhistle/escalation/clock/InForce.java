package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.log.streams.Moment;
import io.gridwhistle.log.streams.Moment.ModeInForce;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the policies and calendars in force at a moment say about the clocks of a case. */
final class InForce {
    private InForce() {}

    /** For a clock of the case itself, or of one of its orders. */
    static Terms terms(TimedCase now, @Nullable OrderId orderId, Moment moment) {
        OrderLine order = orderId == null ? null : now.state().orders().get(orderId);
        Situation situation = order == null
                ? now.situation()
                : now.placed().ordering(order.to().desk());
        return timing(moment).in(situation.in(mode(now, moment).mode()));
    }

    static Terms terms(TimedCase now, Clock clock, Moment moment) {
        return terms(now, clock.orderId(), moment);
    }

    /** The operating mode where the case lies. */
    static ModeInForce mode(TimedCase now, Moment moment) {
        return moment.mode(now.placed().places());
    }

    /** The one that held there at an earlier log time. */
    static ModeInForce mode(TimedCase now, Instant at, Moment moment) {
        return moment.mode(now.placed().places(), at);
    }

    /** Errors: {@link IllegalStateException} before the city is whole; intake takes no report then. */
    static Timing timing(Moment moment) {
        return new Timing(
                require(moment, ReferenceKind.CITY, CityReferences::city),
                require(moment, ReferenceKind.UNITS, CityReferences::units),
                require(moment, ReferenceKind.CALENDARS, CityReferences::calendars),
                require(moment, ReferenceKind.POLICIES, CityReferences::policies));
    }

    private static <T> T require(Moment moment, ReferenceKind kind, Function<byte[], T> parser) {
        return moment.findReference(kind, parser)
                .orElseThrow(() -> new IllegalStateException("no %s is in force here".formatted(kind.code())));
    }
}
