package io.gridwhistle.lifecycle;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EscalationEvent.ApprovalRefused;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.EvaluationEvent.CaseFollowedUp;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.SatisfactionScored;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.Samples;
import io.gridwhistle.events.id.EventId;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in whatever order, as far as one lead, one co-handler, one escalation, two rounds, two links and one
 * follower reach; and as far as a return, a first receiver and a consultation do, or a correction.
 */
class ReachableStatesTest {
    private static final EventId ID = Happening.idOf("any");
    private static final String VARIED = """
            dispatched 1 lead, 2 co-handler because accepted
            dispatched 3 lead because escalated
            dispatched 4 verifier because verification
            acknowledged 1
            acknowledged 2
            acknowledged 3
            acknowledged 4
            returned 1
            returned 2
            returned 3
            returned 4
            fed back 1
            fed back 2
            fed back 3
            fed back 4
            verification requested 1
            verification requested 2
            verified 1 passed
            verified 1 failed
            verified 2 passed
            verified 2 failed
            """;
    private static final String CORRECTED = """
            corrected 1
            dispatched 2 lead because accepted
            dispatched 3 lead because corrected
            acknowledged 3
            returned 3
            fed back 3
            """;
    private static final String DISPUTED = """
            dispatched 1 lead because accepted
            dispatched 2 lead, 3 first-receiver kept because returned
            dispatched 4 lead kept, 5 co-handler because consultation
            acknowledged 1
            acknowledged 2
            acknowledged 3
            acknowledged 4
            returned 1
            returned 2
            returned 3
            returned 4
            returned 5
            fed back 1
            fed back 2
            fed back 4
            """;
    /** What ties cases together does not depend on who was asked what, so it is varied by itself. */
    private static final String TIED = """
            dispatched 1 lead because accepted
            fed back 1
            verification requested 1
            verified 1 passed
            verified 1 failed
            linked by itself
            linked instead of 1
            released from 1
            released from 2
            answered by 1
            answered by 2
            follower a joined 1
            follower a left 1
            """;

    private static final int LINKS = 2;
    private static final List<CaseEvent> EVENTS = events(VARIED + TIED).toList();
    private static final Set<CaseState> REACHABLE = Stream.of(
                    explore(events(VARIED).filter(event -> !isTie(event)).toList()),
                    explore(events(DISPUTED).filter(event -> !isTie(event)).toList()),
                    explore(events(CORRECTED).filter(event -> !isTie(event)).toList()),
                    explore(events(TIED).toList()))
            .flatMap(Set::stream)
            .collect(toSet());

    private static Stream<CaseEvent> samples() {
        return Samples.listAll().stream().filter(CaseEvent.class::isInstance).map(CaseEvent.class::cast);
    }

    private static Stream<CaseEvent> events(String varied) {
        return Stream.concat(samples(), varied.lines().map(Happening::read)).map(event -> Happening.inTurn(event, ID));
    }

    private static boolean isTie(CaseEvent event) {
        return event instanceof CaseLinked || event instanceof FollowerJoined;
    }

    /** That this ends without an exception is what is proved first of all. */
    private static Set<CaseState> explore(List<CaseEvent> events) {
        var reached = new LinkedHashSet<CaseState>();
        var ahead = new ArrayDeque<CaseState>();
        ahead.add(CaseState.reported(ID, Samples.get(CaseReported.class)));
        while (!ahead.isEmpty()) {
            CaseState state = ahead.remove();
            if (state.ties().links() <= LINKS && reached.add(state)) {
                events.forEach(event -> {
                    if (CaseLifecycle.apply(state, ID, event) instanceof Outcome.Valid(var next)) {
                        ahead.add(next);
                    }
                });
            }
        }
        return reached;
    }

    @Test
    void every_phase_can_be_reached() {
        assertThat(REACHABLE.stream().map(CaseState::phase).collect(toSet())).containsOnly(Phase.values());
    }

    @Test
    void before_a_report_there_is_no_case() {
        assertThat(samples().filter(event -> !(event instanceof CaseReported)))
                .allSatisfy(event -> assertThat(CaseLifecycle.apply(null, ID, event))
                        .isEqualTo(new Outcome.Void(VoidReason.NO_SUCH_CASE)));
    }

    @Test
    void an_ended_case_takes_only_what_belongs_to_its_end() {
        for (CaseState ended : REACHABLE) {
            if (!ended.phase().isOpen()) {
                for (CaseEvent event : EVENTS) {
                    assertThat(CaseLifecycle.apply(ended, ID, event) instanceof Outcome.Valid)
                            .as("%s in %s", event, ended)
                            .isEqualTo(belongsTo(ended.phase(), event));
                }
            }
        }
    }

    private static boolean belongsTo(Phase end, CaseEvent event) {
        return switch (event) {
            case CaseReported _, CaseSupplemented _ -> true;
            case ClockArmed _, ClockPaused _, SlaWarned _, SlaBreached _, ApprovalRefused _ -> true;
            case CaseFollowedUp _, SatisfactionScored _, CaseReopened _, CaseSupervised _ -> end == Phase.CLOSED;
            default -> false;
        };
    }

    @Test
    void an_ended_case_asks_nobody_and_is_not_suspended() {
        assertThat(REACHABLE)
                .filteredOn(state -> !state.phase().isOpen())
                .filteredOn(ended -> ended.suspended()
                        || ended.orders().values().stream()
                                .anyMatch(order -> order.status().isOpen()))
                .isEmpty();
    }

    @Test
    void only_an_unsolved_case_stands_still() {
        assertThat(REACHABLE)
                .filteredOn(state -> state.suspended() && !state.phase().isUnsolved())
                .isEmpty();
    }

    @Test
    void once_it_was_dispatched_somebody_always_answers_for_it() {
        assertThat(REACHABLE)
                .filteredOn(state -> state.lead() != null)
                .isNotEmpty()
                .allSatisfy(state -> assertThat(state.whoAnswers()).isNotNull());
    }

    @Test
    void a_return_ends_no_case_and_who_may_not_return_keeps_it() {
        for (CaseState state : REACHABLE) {
            state.orders().forEach((id, line) -> {
                Outcome outcome = CaseLifecycle.apply(state, ID, Happening.read("returned " + Way.number(id)));
                if (outcome instanceof Outcome.Valid(var next)) {
                    assertThat(line.returnable()).isTrue();
                    assertThat(next.phase().isOpen()).as("%s", next).isTrue();
                    assertThat(next.whoAnswers()).isEqualTo(state.whoAnswers());
                }
            });
        }
    }

    @Test
    void who_leads_has_an_order() {
        assertThat(REACHABLE)
                .filteredOn(state -> state.lead() != null && !state.orders().containsKey(state.lead()))
                .isEmpty();
    }

    @Test
    void who_follows_asks_nobody_and_is_not_followed() {
        assertThat(REACHABLE)
                .filteredOn(state -> state.phase() == Phase.FOLLOWING)
                .isNotEmpty()
                .allSatisfy(state -> {
                    assertThat(state.ties().follows()).isNotNull();
                    assertThat(state.ties().followers()).isEmpty();
                    assertThat(state.lead()).isNull();
                    assertThat(state.orders().values())
                            .noneMatch(order -> order.status().isOpen());
                });
    }

    @Test
    void whom_it_follows_is_known_while_it_follows_and_once_that_one_has_answered_it() {
        assertThat(REACHABLE)
                .filteredOn(state -> state.ties().follows() != null)
                .allMatch(state -> state.phase() == Phase.FOLLOWING || state.phase() == Phase.CLOSED);
    }

    @Test
    void only_an_accepted_case_that_has_not_ended_is_followed() {
        assertThat(REACHABLE)
                .filteredOn(state -> !state.ties().followers().isEmpty())
                .isNotEmpty()
                .allMatch(state -> state.phase().mayBeFollowed());
    }
}
