package io.gridwhistle.evaluation.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.evaluation.CaseEvents;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationDeciderTest {

    @Test
    void whatIsHandledIsVerifiedAndWhatIsVerifiedIsClosed() {
        play(ACKNOWLEDGED + """
                fed-back #1                         | to verify: #1 in round 1
                dispatched #2 verifier verification |
                passed 1                            | closed in round 1
                """);
    }

    @Test
    void whatFailedIsNotClosedAndItsReworkIsLookedAtAgain() {
        play(ACKNOWLEDGED + """
                fed-back #1               | to verify: #1 in round 1
                failed 1                  |
                dispatched #2 lead rework |
                fed-back #2               | to verify: #2 in round 2
                passed 2                  | closed in round 2
                """);
    }

    @Test
    void aReopenedCaseGoesTheWholeWayAgain() {
        play(ACKNOWLEDGED + """
                fed-back #1                 | to verify: #1 in round 1
                passed 1                    | closed in round 1
                reopened                    |
                dispatched #2 lead reopened |
                fed-back #2                 | to verify: #2 in round 2
                passed 2                    | closed in round 2
                """);
    }

    @Test
    void aHelpersFeedbackIsNotTheCases() {
        play(ACKNOWLEDGED + """
                returned #1                       |
                dispatched #2 co-handler returned |
                fed-back #2                       |
                """);
    }

    @Test
    void whoeverWasAskedBeforeAndSolvesItIsVerified() {
        play(ACKNOWLEDGED + """
                escalated                    |
                dispatched #2 lead escalated |
                fed-back #1                  | to verify: #1 in round 1
                fed-back #2                  |
                """);
    }

    @Test
    void whatIsVoidLeadsToNothing() {
        play("""
                fed-back #1 |
                passed 1    |
                """);
        play(ACKNOWLEDGED + """
                passed 1    |
                fed-back #7 |
                fed-back #1 | to verify: #1 in round 1
                fed-back #1 |
                passed 2    |
                passed 1    | closed in round 1
                passed 1    |
                """);
    }

    @Test
    void whatAnswersTheFirstReportAnswersThoseThatFollowIt() {
        play(ACKNOWLEDGED + """
                joined a 1 |
                joined b 1 |
                joined c 2 |
                left b 1   |
                fed-back #1 | to verify: #1 in round 1
                passed 1   | closed in round 1, a closed by link 1 with 'done', c closed by link 2 with 'done'
                joined d 1 | d closed by link 1 with 'done'
                joined e 1 earlier |
                reopened   |
                dispatched #2 lead reopened |
                fed-back #2 | to verify: #2 in round 2
                passed 2   | closed in round 2
                """);
    }

    @Test
    void whoIsAnsweredItselfPassesThatAnswerOn() {
        play(ACKNOWLEDGED + """
                linked f      |
                joined a 1    |
                answered f 1  |
                joined b 1    | b closed by link 1 with 'mended'
                """);
    }

    private static final String ACKNOWLEDGED = """
            reported                    |
            accepted                    |
            dispatched #1 lead accepted |
            acknowledged #1             |
            """;

    /** {@code event | expected}; what is decided is read back from the log before the next line. */
    private static void play(String story) {
        var decider = new EvaluationDecider();
        var expected = new ArrayList<String>();
        var actual = new ArrayList<String>();
        EvaluatedCase state = null;
        int number = 0;
        for (String line : story.lines().toList()) {
            String[] column = line.split("\\|", 2);
            String words = column[0].strip();
            var event = CaseEvents.envelope(++number, words, state == null ? null : state.state());
            Decision<EvaluatedCase> decision = decider.decide(state, event, new Now());
            state = decision.state();
            expected.add(words + ": " + column[1].strip());
            actual.add(words + ": " + words(decision.emissions()));
            for (Decision.Emission emission : decision.emissions()) {
                assertThat(emission.topic()).isEqualTo("case-log");
                if (emission.envelope().event() instanceof CaseEvent appended
                        && emission.envelope().requireCaseId().equals(CaseEvents.CASE)) {
                    var envelope = new EventEnvelope<>(
                            emission.envelope().id(), CaseEvents.CASE, "/evaluation", Instant.EPOCH, null, appended);
                    Decision<EvaluatedCase> readBack = decider.decide(state, envelope, new Now());
                    state = readBack.state();
                    readBack.emissions()
                            .forEach(it -> actual.set(actual.size() - 1, actual.getLast() + ", " + words(List.of(it))));
                }
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static String words(List<Decision.Emission> emissions) {
        return String.join(
                ", ",
                emissions.stream()
                        .map(it -> {
                            var to = it.envelope().requireCaseId();
                            return (to.equals(CaseEvents.CASE) ? "" : CaseEvents.nameOf(to) + " ")
                                    + words(it.envelope().event());
                        })
                        .toList());
    }

    private static String words(@Nullable Object event) {
        return switch (event) {
            case VerificationRequested it ->
                "to verify: #%s in round %d".formatted(it.orderId().value().split("-")[1], it.round());
            case CaseClosed it
            when it.with() != null ->
                "closed by link %d with '%s'"
                        .formatted(it.with().link(), it.with().result());
            case CaseClosed it -> "closed in round " + it.round();
            case null, default -> String.valueOf(event);
        };
    }

    private record Now() implements Moment {
        @Override
        public Instant logTime() {
            return Instant.EPOCH;
        }

        @Override
        public Optional<String> findVersion(ReferenceKind kind) {
            return Optional.empty();
        }

        @Override
        public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
            return Optional.empty();
        }

        @Override
        public String source() {
            return "/evaluation";
        }
    }
}
