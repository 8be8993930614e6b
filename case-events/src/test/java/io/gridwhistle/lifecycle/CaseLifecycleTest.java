package io.gridwhistle.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For the notation see {@link Way}. */
class CaseLifecycleTest {
    private static final String STRAIGHT_WAY = """
            reported                                             | reported     |
            accepted                                             | accepted     |
            clock armed                                          | accepted     |
            dispatched 1 lead, 2 co-handler because accepted     | dispatched   | 1* issued, 2 issued
            acknowledged 1                                       | acknowledged | 1* acknowledged, 2 issued
            fed back 1                                           | handled      | 1* fed-back, 2 issued
            verification requested 1                             | handled      | 1* fed-back, 2 issued
            dispatched 3 verifier because verification           | handled      | 1* fed-back, 2 issued, 3 issued
            verified 1 passed by-unit                            | verified     | 1* fed-back, 2 issued, 3 fed-back
            closed                                               | closed       | 1* fed-back, 2 withdrawn, 3 fed-back
            followed up                                          | closed
            satisfaction scored                                  | closed
            """.replace("|\n", "\n");

    @Test
    void straight_to_its_closing() {
        goes(STRAIGHT_WAY);
    }

    @Test
    void a_feedback_without_acknowledgement_is_one_all_the_same() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched
                fed back 1                             | handled                | 1* fed-back
                acknowledged 1                         | void: order-not-open   | 1* fed-back
                """);
    }

    @Test
    void declined() {
        goes("""
                reported     | reported
                declined     | declined
                accepted     | void: case-ended
                declined     | void: case-ended
                reopened     | void: case-ended
                """);
    }

    @Test
    void nothing_that_ended_is_still_suspended() {
        goes("""
                reported      | reported
                accepted      | accepted
                suspended     | accepted (suspended)
                voided        | voided
                """);
    }

    @Test
    void waits_at_the_desk() {
        goes("""
                reported                               | reported
                supplemented                           | reported (supplement)
                dispatched 1 lead because accepted     | void: wrong-phase
                escalated                              | void: wrong-phase
                consultation opened                    | void: wrong-phase
                sla breached                           | reported
                accepted                               | accepted
                accepted                               | void: wrong-phase
                declined                               | void: wrong-phase
                """);
    }

    static Stream<String> stages() {
        var lines = STRAIGHT_WAY
                .lines()
                .takeWhile(line -> !line.startsWith("closed"))
                .toList();
        return IntStream.rangeClosed(1, lines.size()).mapToObj(end -> String.join("\n", lines.subList(0, end)));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void withdrawn_at_any_stage(String soFar) {
        goes(soFar + """

                withdrawn          | withdrawn
                withdrawn          | void: case-ended
                closed             | void: case-ended
                supplemented       | withdrawn (supplement)
                """);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void voided_at_any_stage(String soFar) {
        goes(soFar + """

                voided             | voided
                withdrawn          | void: case-ended
                """);
    }

    @Test
    void what_was_asked_is_asked_no_longer_when_the_case_ends() {
        goes("""
                reported                                             | reported
                accepted                                             | accepted
                dispatched 1 lead, 2 co-handler because accepted     | dispatched               | 1* issued, 2 issued
                fed back 2                                           | dispatched               | 1* issued, 2 fed-back
                withdrawn                                            | withdrawn                | 1* withdrawn, 2 fed-back
                acknowledged 1                                       | void: order-not-open
                """);
    }

    @Test
    void returned_to_the_next_candidate() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched              | 1* issued
                acknowledged 1                         | acknowledged            | 1* acknowledged
                returned 1                             | returned                | 1* returned
                returned 1                             | void: order-not-open    | 1* returned
                fed back 1                             | void: order-not-open    | 1* returned
                dispatched 2 lead because returned     | dispatched              | 1 returned, 2* issued
                acknowledged 3                         | void: no-such-order     | 1 returned, 2* issued
                returned 3                             | void: no-such-order
                fed back 3                             | void: no-such-order
                fed back 2                             | handled                 | 1 returned, 2* fed-back
                """);
    }

    @Test
    void nobody_is_left_to_ask() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched
                returned 1                             | returned
                consultation opened                    | in-consultation
                redispatch decided                     | in-consultation
                dispatched 2 lead because decided      | dispatched              | 1 returned, 2* issued
                """);
    }

    @Test
    void a_consultation_goes_on_until_the_centre_has_decided() {
        goes("""
                reported                                                      | reported
                accepted                                                      | accepted
                dispatched 1 lead because accepted                            | dispatched
                returned 1                                                    | returned
                consultation opened                                           | in-consultation
                dispatched 2 lead, 3 co-handler because consultation          | in-consultation  | 1 returned, 2* issued, 3 issued       | 1
                acknowledged 3                                                | in-consultation  | 1 returned, 2* issued, 3 acknowledged | 1
                acknowledged 2                                                | in-consultation  | 1 returned, 2* acknowledged, 3 acknowledged | 2
                redispatch decided                                            | in-consultation  | 1 returned, 2* withdrawn, 3 withdrawn | 2
                dispatched 4 lead, 5 first-receiver kept because decided      | dispatched       | 1 returned, 2 withdrawn, 3 withdrawn, 4* issued, 5 issued | 2
                returned 5                                                    | void: not-returnable
                acknowledged 4                                                | acknowledged     | 1 returned, 2 withdrawn, 3 withdrawn, 4* acknowledged, 5 withdrawn | 4
                """);
    }

    @Test
    void the_centre_may_solve_it_itself() {
        goes("""
                reported                                                      | reported
                accepted                                                      | accepted
                dispatched 1 lead because accepted                            | dispatched
                consultation opened                                           | in-consultation
                dispatched 2 lead because consultation                        | in-consultation  | 1^ issued, 2* issued    | 1
                acknowledged 1                                                | in-consultation  | 1^ acknowledged, 2* issued | 1
                fed back 2                                                    | handled          | 1^ withdrawn, 2* fed-back | 2
                """);
    }

    @Test
    void others_are_called_to_a_consultation_that_its_centre_leads_already() {
        goes("""
                reported                                                      | reported
                accepted                                                      | accepted
                dispatched 1 lead because accepted                            | dispatched
                consultation opened                                           | in-consultation
                dispatched 2 co-handler because consultation                  | in-consultation  | 1* issued, 2 issued
                returned 2                                                    | in-consultation  | 1* issued, 2 returned
                returned 1                                                    | returned
                """);
    }

    @Test
    void a_consultation_that_crosses_the_centres_word_is_void() {
        goes("""
                reported                                                      | reported
                accepted                                                      | accepted
                dispatched 1 lead because accepted                            | dispatched
                returned 1                                                    | returned
                redispatch decided                                            | in-consultation
                overtaken consultation opened                                 | void: overtaken
                dispatched 2 lead because decided                             | dispatched
                withdrawn                                                     | withdrawn
                overtaken consultation opened                                 | void: case-ended
                """);
    }

    @Test
    void the_citys_centre_cannot_return_it() {
        goes("""
                reported                                                      | reported
                accepted                                                      | accepted
                dispatched 1 lead because accepted                            | dispatched
                returned 1                                                    | returned
                consultation opened                                           | in-consultation
                dispatched 2 lead kept because consultation                   | in-consultation  | 1 returned, 2* issued
                returned 2                                                    | void: not-returnable
                acknowledged 2                                                | in-consultation  | 1 returned, 2* acknowledged
                returned 2                                                    | void: not-returnable
                fed back 2                                                    | handled
                returned 2                                                    | void: order-not-open
                """);
    }

    @Test
    void the_first_receiver_answers_until_another_lead_has_acknowledged() {
        goes("""
                reported                                                      | reported
                accepted                                                      | accepted
                dispatched 1 lead, 2 co-handler because accepted              | dispatched       | 1* issued, 2 issued | 1
                returned 1                                                    | returned         | 1* returned, 2 issued | 1
                dispatched 3 lead, 4 first-receiver kept because returned     | dispatched       | 1 returned, 2 issued, 3* issued, 4 issued | 1
                acknowledged 2                                                | dispatched       | 1 returned, 2 acknowledged, 3* issued, 4 issued | 1
                acknowledged 4                                                | dispatched       | 1 returned, 2 acknowledged, 3* issued, 4 acknowledged | 1
                dispatched 5 lead because escalated                           | dispatched       | 1 returned, 2 acknowledged, 3^ issued, 4 acknowledged, 5* issued | 1
                acknowledged 3                                                | dispatched       | 1 returned, 2 acknowledged, 3^ acknowledged, 4 acknowledged, 5* issued | 1
                acknowledged 5                                                | acknowledged     | 1 returned, 2 acknowledged, 3^ acknowledged, 4 withdrawn, 5* acknowledged | 5
                fed back 3                                                    | handled          | 1 returned, 2 acknowledged, 3*^ fed-back, 4 withdrawn, 5 withdrawn | 3
                """);
    }

    @Test
    void who_helps_and_is_asked_to_lead_helps_no_longer() {
        goes("""
                reported                                                      | reported
                accepted                                                      | accepted
                dispatched 1 co-handler itself, 2 supervisor because accepted | dispatched       | 1 issued, 2 issued
                dispatched 3 lead because escalated                           | dispatched       | 1 withdrawn, 2 issued, 3* issued
                """);
    }

    @Test
    void what_goes_up_while_people_talk_is_still_talked_about() {
        goes("""
                reported                                                      | reported
                accepted                                                      | accepted
                dispatched 1 lead because accepted                            | dispatched
                consultation opened                                           | in-consultation
                dispatched 2 lead because consultation                        | in-consultation
                dispatched 3 lead because escalated                           | in-consultation
                acknowledged 3                                                | in-consultation
                """);
    }

    @Test
    void a_first_receiver_has_nothing_to_report_done() {
        goes("""
                reported                                                      | reported
                accepted                                                      | accepted
                dispatched 1 lead because accepted                            | dispatched
                returned 1                                                    | returned
                dispatched 2 lead, 3 first-receiver kept because returned     | dispatched
                fed back 3                                                    | void: wrong-answer
                fed back 2                                                    | handled          | 1 returned, 2* fed-back, 3 withdrawn | 2
                """);
    }

    @Test
    void a_desk_decides_while_somebody_is_at_it() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched
                redispatch decided                     | in-consultation
                acknowledged 1                         | void: order-not-open    | 1* withdrawn
                dispatched 2 lead because decided      | dispatched              | 1 withdrawn, 2* issued
                """);
    }

    @Test
    void what_was_dispatched_before_the_case_took_a_turn_is_void() {
        goes("""
                reported                                       | reported
                accepted                                       | accepted
                dispatched 1 lead because accepted             | dispatched
                escalated                                      | dispatched
                fed back 1                                     | handled
                verification requested 1                       | handled
                verified 1 failed                              | rework
                overtaken dispatched 2 lead because escalated  | void: overtaken
                dispatched 3 lead because rework               | dispatched              | 1 fed-back, 3* issued
                """);
    }

    @Test
    void of_two_decisions_that_cross_the_later_one_holds() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched
                redispatch decided                     | in-consultation
                redispatch decided                     | in-consultation
                overtaken dispatched 2 lead because decided | void: overtaken
                dispatched 3 lead because decided      | dispatched              | 1 withdrawn, 3* issued
                """);
    }

    @Test
    void new_boundaries_take_a_case_from_everybody_and_somebody_else_is_asked() {
        goes("""
                reported                                                  | reported
                accepted                                                  | accepted
                dispatched 1 lead, 2 co-handler because accepted          | dispatched
                acknowledged 1                                            | acknowledged          | 1* acknowledged, 2 issued
                reroute decided                                           | accepted              | 1* withdrawn, 2 withdrawn
                fed back 1                                                | void: order-not-open  | 1* withdrawn, 2 withdrawn
                escalated 1                                               | void: order-not-open
                overtaken dispatched 3 lead because escalated             | void: overtaken
                dispatched 3 lead because boundaries-changed              | dispatched            | 1 withdrawn, 2 withdrawn, 3* issued
                escalated 3                                               | dispatched
                """);
    }

    @Test
    void new_boundaries_that_cross_an_answer_change_nothing() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched
                fed back 1                             | handled
                overtaken reroute decided              | void: overtaken   | 1* fed-back
                reroute decided                        | void: wrong-phase | 1* fed-back
                """);
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched
                redispatch decided                     | in-consultation
                overtaken reroute decided              | void: overtaken
                reroute decided                        | void: wrong-phase | 1* withdrawn
                """);
    }

    @Test
    void a_co_handler_who_returns_does_not_move_the_case() {
        goes("""
                reported                                             | reported
                accepted                                             | accepted
                dispatched 1 lead, 2 co-handler because accepted     | dispatched
                returned 2                                           | dispatched     | 1* issued, 2 returned
                acknowledged 1                                       | acknowledged   | 1* acknowledged, 2 returned
                """);
    }

    @Test
    void a_co_handler_who_is_done_does_not_solve_the_case() {
        goes("""
                reported                                             | reported
                accepted                                             | accepted
                dispatched 1 lead, 2 co-handler because accepted     | dispatched
                acknowledged 2                                       | dispatched     | 1* issued, 2 acknowledged
                fed back 2                                           | dispatched     | 1* issued, 2 fed-back
                """);
    }

    @Test
    void whoever_was_too_late_may_still_solve_it_for_all() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched     | 1* issued
                acknowledged 1                         | acknowledged   | 1* acknowledged
                escalated                              | acknowledged   | 1* acknowledged
                dispatched 2 lead because escalated    | dispatched     | 1^ acknowledged, 2* issued
                fed back 1                             | handled        | 1*^ fed-back, 2 withdrawn
                fed back 2                             | void: order-not-open
                """);
    }

    @Test
    void who_acknowledges_after_the_case_went_up_acknowledges_for_himself() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched     | 1* issued
                dispatched 2 lead because escalated    | dispatched     | 1^ issued, 2* issued
                acknowledged 1                         | dispatched     | 1^ acknowledged, 2* issued
                returned 1                             | dispatched     | 1^ returned, 2* issued
                acknowledged 2                         | acknowledged   | 1^ returned, 2* acknowledged
                """);
    }

    @Test
    void goes_up_where_nobody_was_assigned() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                escalated                              | accepted
                dispatched 1 lead because escalated    | dispatched     | 1* issued
                """);
    }

    @Test
    void who_was_to_verify_need_not_where_somebody_else_has() {
        goes("""
                reported                                       | reported
                accepted                                       | accepted
                dispatched 1 lead because accepted             | dispatched
                fed back 1                                     | handled
                verification requested 1                       | handled
                dispatched 2 verifier because verification     | handled              | 1* fed-back, 2 issued
                verified 1 passed                              | verified             | 1* fed-back, 2 withdrawn
                """);
    }

    @Test
    void reworked() {
        goes("""
                reported                                       | reported
                accepted                                       | accepted
                dispatched 1 lead because accepted             | dispatched
                fed back 1                                     | handled
                verification requested 1                       | handled
                dispatched 2 verifier because verification     | handled              | 1* fed-back, 2 issued
                verified 1 failed by-unit                      | rework               | 1* fed-back, 2 fed-back
                verified 1 passed                              | void: wrong-phase
                closed                                         | void: wrong-phase
                dispatched 3 lead because rework               | dispatched           | 1 fed-back, 2 fed-back, 3* issued
                fed back 3                                     | handled
                verification requested 2                       | handled
                verified 2 passed                              | verified
                closed                                         | closed
                """);
    }

    @Test
    void a_verdict_holds_for_its_own_round() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                verification requested 1               | void: wrong-phase
                dispatched 1 lead because accepted     | dispatched
                fed back 1                             | handled
                verified 1 passed                      | void: wrong-round
                verification requested 2               | void: wrong-round
                verification requested 1               | handled
                verification requested 1               | void: wrong-round
                verified 2 passed                      | void: wrong-round
                verified 1 passed                      | verified
                """);
    }

    @Test
    void reopened_by_the_petitioner() {
        goes(STRAIGHT_WAY + """
                reopened                               | reopened
                satisfaction scored                    | void: wrong-phase
                dispatched 4 lead because reopened     | dispatched     | 1 fed-back, 2 withdrawn, 3 fed-back, 4* issued
                fed back 4                             | handled
                verification requested 2               | handled
                verified 2 passed                      | verified
                closed                                 | closed
                """);
    }

    @Test
    void what_turns_out_to_be_something_else_is_asked_anew_once() {
        goes("""
                reported                                             | reported
                accepted                                             | accepted
                dispatched 1 lead, 2 co-handler because accepted     | dispatched              | 1* issued, 2 issued | 1
                acknowledged 1                                       | acknowledged            | 1* acknowledged, 2 issued | 1
                corrected 1                                          | accepted (supplement)   | 1* withdrawn, 2 withdrawn | 1
                fed back 1                                           | void: order-not-open
                overtaken dispatched 3 lead because escalated        | void: overtaken
                dispatched 3 lead because corrected                  | dispatched              | 1 withdrawn, 2 withdrawn, 3* issued | 3
                corrected 1                                          | dispatched (supplement) | 1 withdrawn, 2 withdrawn, 3* issued | 3
                supplemented                                         | accepted (supplement)   | 1 withdrawn, 2 withdrawn, 3* withdrawn | 3
                """);
    }

    @Test
    void what_nobody_is_asked_about_yet_or_any_more_is_only_put_right() {
        goes("""
                reported                                             | reported
                corrected 1                                          | reported (supplement)
                accepted                                             | accepted
                dispatched 1 lead because accepted                   | dispatched              | 1* issued
                fed back 1                                           | handled                 | 1* fed-back
                corrected 2                                          | handled (supplement)    | 1* fed-back
                verification requested 1                             | handled
                verified 1 passed                                    | verified
                corrected 3                                          | verified (supplement)
                closed                                               | closed
                corrected 4                                          | closed (supplement)     | 1* fed-back
                """);
    }

    @Test
    void a_case_that_is_opened_again_has_a_first_receiver_anew() {
        goes(STRAIGHT_WAY + """
                reopened                               | reopened       | 1* fed-back, 2 withdrawn, 3 fed-back | 1
                dispatched 4 lead because reopened     | dispatched     | 1 fed-back, 2 withdrawn, 3 fed-back, 4* issued | 4
                """);
    }

    @Test
    void suspended_and_resumed() {
        goes("""
                reported                               | reported
                suspension approved                    | void: wrong-phase
                suspended                              | void: wrong-phase
                accepted                               | accepted
                resumed                                | void: not-suspended
                suspended                              | accepted (suspended)
                suspended                              | void: already-suspended
                dispatched 1 lead because accepted     | dispatched (suspended)
                suspension approved                    | dispatched (suspended)
                resumed                                | dispatched
                resumed                                | void: not-suspended
                suspended                              | dispatched (suspended)
                withdrawn                              | withdrawn
                resumed                                | void: case-ended
                suspended                              | void: case-ended
                suspension approved                    | void: case-ended
                extension approved                     | void: case-ended
                """);
    }

    @Test
    void what_is_handled_does_not_stand_still() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched
                suspended                              | dispatched (suspended)
                fed back 1                             | handled
                suspension approved                    | void: wrong-phase
                extension approved                     | void: wrong-phase
                verification requested 1               | handled
                verified 1 failed                      | rework
                overtaken suspended                    | void: overtaken
                """);
    }

    @Test
    void a_closed_case_is_followed_up_or_scored_and_supervised_until_then() {
        goes("""
                reported                               | reported
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched
                fed back 1                             | handled
                followed up                            | void: wrong-phase
                verification requested 1               | handled
                verified 1 passed                      | verified
                closed                                 | closed
                supervised                             | closed
                followed up                            | closed
                satisfaction scored                    | closed
                withdrawn                              | void: case-ended
                """);
    }

    @Test
    void beside_the_way() {
        goes("""
                reported       | reported
                extended       | reported
                supervised     | reported
                sla warned     | reported
                """);
    }

    @Test
    void a_second_report_is_a_supplement_and_the_same_one_again_is_nothing_new() {
        goes("""
                reported #1     | reported
                reported #1     | reported
                reported #2     | reported (supplement)
                accepted        | accepted
                reported #1     | accepted
                reported #3     | accepted (supplement)
                """);
    }

    private static void goes(String table) {
        assertThat(Way.walk(table)).isEqualTo(Way.tidy(table));
    }
}
