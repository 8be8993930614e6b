package io.gridwhistle.local;

import io.gridwhistle.city.policy.Amount;
import io.gridwhistle.city.policy.ClockRule;
import io.gridwhistle.city.policy.Policy;
import io.gridwhistle.city.policy.Policy.Extension;
import io.gridwhistle.city.policy.Policy.Supervision;
import io.gridwhistle.city.policy.Policy.Suspension;
import io.gridwhistle.events.ClockKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Divides the times of policies.
 *
 * <p>Where a city is quicker than life, its calendars are laid aside: log time is real time, and who looks on at night
 * wants to see something happen. An hour of work is an hour then, a working day is a day, both around the clock.
 */
record Speed(double factor) {

    Policy faster(Policy rule) {
        Map<ClockKind, ClockRule> clocks = new EnumMap<>(ClockKind.class);
        if (rule.clocks() != null) {
            rule.clocks()
                    .forEach((clock, it) -> clocks.put(
                            clock,
                            it.findAmount().map(amount -> it.in(faster(amount))).orElse(it)));
        }
        Suspension suspension = rule.suspension();
        Extension extension = rule.extension();
        Supervision supervision = rule.supervision();
        return new Policy(
                rule.classCode(),
                rule.severity(),
                rule.mode(),
                rule.unit(),
                rule.territory(),
                clocks,
                rule.rework(),
                rule.ladder(),
                suspension == null ? null : new Suspension(suspension.times(), fasterOrNone(suspension.longest())),
                extension == null ? null : new Extension(extension.times(), fasterOrNone(extension.longest())),
                supervision == null ? null : new Supervision(faster(supervision.every()), supervision.times()),
                rule.source());
    }

    private @Nullable Amount fasterOrNone(@Nullable Amount amount) {
        return amount == null ? null : faster(amount);
    }

    private Amount faster(Amount amount) {
        if (factor == 1) {
            return amount;
        }
        Duration time = switch (amount) {
            case Amount.Time it -> it.time();
            case Amount.WorkingTime it -> it.workingTime();
            case Amount.WorkingDays it -> Duration.ofDays(it.workingDays());
        };
        return Amount.of(faster(time));
    }

    private Duration faster(Duration time) {
        return Duration.ofMillis(Math.max(1, Math.round(time.toMillis() / factor)));
    }
}
