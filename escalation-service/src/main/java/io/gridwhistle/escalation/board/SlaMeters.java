package io.gridwhistle.escalation.board;

import io.gridwhistle.city.City;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.WarningLevel;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.OrderLine;
import io.gridwhistle.lifecycle.OrderStatus;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.log.view.FoldingView.Step;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How the city keeps its promises, counted as the board is written: each warning, breach, answer and escalation once.
 *
 * <p>Tags are districts, classes, clocks and levels, never a case, a grid or a unit.
 */
@Component
final class SlaMeters {
    /** The twenty minutes of a consumer complaint, and the quarters of it; then what other classes are given. */
    private static final Duration[] RESPONSE = {
        Duration.ofSeconds(60),
        Duration.ofSeconds(300),
        Duration.ofSeconds(600),
        Duration.ofSeconds(900),
        Duration.ofSeconds(1_200),
        Duration.ofSeconds(1_800),
        Duration.ofHours(1),
        Duration.ofHours(2),
        Duration.ofHours(4),
        Duration.ofDays(1)
    };

    private final MeterRegistry registry;

    SlaMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Every counter that cases of this city may add to begins at 0, so that the first of each is an increase: also of a clock
     * that ran before a restart.
     */
    void begin(City city) {
        Stream.concat(city.districts().stream().map(it -> it.code().value()), Stream.of("none"))
                .forEach(district -> city.classes()
                        .forEach(it -> begin(
                                Tags.of("district", district, "class", it.code().value()), city.levels())));
    }

    private void begin(Tags tags, List<String> levels) {
        levels.forEach(level -> registry.counter("gridwhistle.sla.escalations", tags.and("level", level)));
        for (ClockKind clock : ClockKind.values()) {
            Tags of = tags.and("clock", clock.code());
            registry.counter("gridwhistle.sla.breaches", of);
            registry.counter("gridwhistle.sla.answered", of.and("outcome", "in-time"));
            registry.counter("gridwhistle.sla.answered", of.and("outcome", "late"));
            for (WarningLevel level : WarningLevel.values()) {
                registry.counter("gridwhistle.sla.warnings", of.and("level", level.code()));
            }
        }
    }

    void count(Step<BoardCase> step) {
        BoardCase now = step.after();
        Tags tags = Tags.of(
                "district",
                now.district() == null ? "none" : now.district().value(),
                "class",
                now.state().classCode().value());
        if (step.event().envelope().event() instanceof CaseEscalated escalated && holds(step, escalated)) {
            registry.counter(
                            "gridwhistle.sla.escalations",
                            tags.and("level", escalated.to().level()))
                    .increment();
        }
        now.clocks().forEach((name, clock) -> {
            BoardClock before =
                    step.before() == null ? null : step.before().clocks().get(name);
            Tags of = tags.and("clock", clock.kind().code());
            if (before == null) {
                // An answer may be in the log before the clock that it is for.
                if (clock.stoppedAt() != null) {
                    stopped(clock, now.state(), tags, of);
                }
            } else if (!clock.equals(before)) {
                count(before, clock, now.state(), tags, of);
            }
        });
    }

    private static boolean holds(Step<BoardCase> step, CaseEscalated escalated) {
        CaseState before = step.before() == null ? null : step.before().state();
        EventId id = step.event().envelope().id();
        return CaseLifecycle.apply(before, id, escalated) instanceof Outcome.Valid;
    }

    private void count(BoardClock before, BoardClock clock, CaseState state, Tags tags, Tags of) {
        if (clock.level() != null
                && clock.warnedAt() != null
                && !clock.warnedAt().equals(before.warnedAt())) {
            registry.counter(
                            "gridwhistle.sla.warnings",
                            of.and("level", clock.level().code()))
                    .increment();
        }
        if (clock.breachedAt() != null && before.breachedAt() == null) {
            registry.counter("gridwhistle.sla.breaches", of).increment();
        }
        if (clock.stoppedAt() != null && before.stoppedAt() == null) {
            stopped(clock, state, tags, of);
        }
    }

    /** A breach may stand in the log behind the late answer that made it: what counts is the deadline. */
    private void stopped(BoardClock clock, CaseState state, Tags tags, Tags of) {
        Instant at = clock.stoppedAt();
        if (at == null || !hasCome(clock, state)) {
            return;
        }
        boolean late = clock.breachedAt() != null || (clock.deadline() != null && !at.isBefore(clock.deadline()));
        registry.counter("gridwhistle.sla.answered", of.and("outcome", late ? "late" : "in-time"))
                .increment();
        if (clock.kind() == ClockKind.ACKNOWLEDGE) {
            Timer.builder("gridwhistle.sla.response")
                    .description("From an order to the answer to it")
                    .tags(tags)
                    .serviceLevelObjectives(RESPONSE)
                    .register(registry)
                    .record(Duration.between(clock.start(), at));
        }
    }

    /** What the clock measures, rather than that nobody waits for it any longer. */
    private static boolean hasCome(BoardClock clock, CaseState state) {
        OrderLine order = clock.orderId() == null ? null : state.orders().get(clock.orderId());
        return order != null
                ? order.status() != OrderStatus.WITHDRAWN
                : switch (state.phase()) {
                    case WITHDRAWN, VOIDED, FOLLOWING -> false;
                    default -> true;
                };
    }
}
