package io.gridwhistle.lifecycle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several reports of the same thing; for the notation see {@link Way} and {@link Happening}. */
class LinkingTest {
    private static final String DISPATCHED = """
            reported                               | reported
            accepted                               | accepted
            dispatched 1 lead because accepted     | dispatched
            """;

    @Test
    void who_follows_has_no_order_of_its_own_and_is_closed_with_the_first() {
        goes(DISPATCHED + """
                linked by itself                               | following by link 1   | 1 withdrawn
                overtaken dispatched 2 lead because escalated  | void: overtaken
                acknowledged 1                                 | void: order-not-open
                escalated                                      | void: wrong-phase
                redispatch decided                             | void: wrong-phase
                closed                                         | void: wrong-phase
                answered by 1                                  | closed
                satisfaction scored                            | closed
                reopened                                       | reopened
                dispatched 2 lead because reopened             | dispatched            | 1 withdrawn, 2* issued
                """);
    }

    @Test
    void a_case_is_linked_once_it_is_accepted_and_before_it_is_handled() {
        goes("""
                reported                               | reported
                linked                                 | void: wrong-phase
                accepted                               | accepted
                linked                                 | following by link 1
                linked                                 | void: wrong-phase
                """);
        goes(DISPATCHED + """
                fed back 1                             | handled
                linked                                 | void: wrong-phase
                """);
    }

    @Test
    void what_a_desk_has_split_only_a_desk_links_again() {
        goes(DISPATCHED + """
                linked by itself                       | following by link 1
                unlinked                               | accepted
                dispatched 2 lead because unlinked     | dispatched            | 1 withdrawn, 2* issued
                unlinked                               | void: overtaken
                linked by itself                       | void: linked-before
                linked                                 | following by link 2   | 1 withdrawn, 2 withdrawn
                """);
    }

    @Test
    void what_the_first_says_of_an_earlier_link_is_void() {
        goes(DISPATCHED + """
                linked by itself                       | following by link 1
                unlinked                               | accepted
                answered by 1                          | void: overtaken
                linked                                 | following by link 2
                released from 1                        | void: overtaken
                answered by 1                          | void: overtaken
                linked instead of 1                    | void: overtaken
                linked instead of 2                    | following by link 3
                released from 3                        | accepted
                """);
    }

    @Test
    void a_follower_may_be_withdrawn_and_hears_nothing_more() {
        goes(DISPATCHED + """
                linked by itself                       | following by link 1
                withdrawn                              | withdrawn
                answered by 1                          | void: case-ended
                released from 1                        | void: case-ended
                """);
    }

    @Test
    void who_is_corrected_follows_nobody_and_is_followed_by_nobody_any_more() {
        goes(DISPATCHED + """
                linked by itself                       | following by link 1
                supplemented                           | following by link 1 (supplement)
                corrected 1                            | accepted (supplement)
                answered by 1                          | void: overtaken
                linked instead of 1                    | void: overtaken
                released from 1                        | void: overtaken
                linked by itself                       | void: linked-before
                dispatched 2 lead because corrected    | dispatched            | 1 withdrawn, 2* issued
                """);
        goes(DISPATCHED + """
                follower a joined 1                    | dispatched, followed by 1
                corrected 1                            | accepted (supplement) | 1* withdrawn
                follower a supplemented 1              | void: no-such-follower
                follower a left 1                      | void: no-such-follower
                """);
        goes(DISPATCHED + """
                follower a joined 1                    | dispatched, followed by 1
                fed back 1                             | handled, followed by 1
                corrected 1                            | handled, followed by 1 (supplement)
                """);
    }

    @Test
    void who_follows_what_was_corrected_while_it_was_handled_waits_for_the_verdict() {
        goes(DISPATCHED + """
                follower a joined 1                    | dispatched, followed by 1
                fed back 1                             | handled, followed by 1
                corrected 1                            | handled, followed by 1 (supplement)
                verification requested 1               | handled, followed by 1
                verified 1 failed                      | rework, followed by 1
                dispatched 2 lead because corrected    | dispatched
                follower b joined 1 as of reported     | void: overtaken
                """);
    }

    @Test
    void what_was_found_before_a_correction_is_another_case_by_now() {
        goes("""
                reported                               | reported
                corrected 1                            | reported (supplement)
                accepted                               | accepted
                follower a joined 1 as of reported     | accepted, followed by 1
                corrected 2                            | accepted (supplement)
                linked by itself                       | void: overtaken
                follower b joined 1 as of reported     | void: overtaken
                follower c joined 1 as of corrected 2  | accepted, followed by 1
                follower d joined 1                    | accepted, followed by 2
                """);
    }

    @Test
    void who_was_released_is_followed_by_that_release_alone() {
        goes(DISPATCHED + """
                linked by itself                       | following by link 1
                unlinked                               | accepted
                follower a joined 1 as of released from 1 | void: overtaken
                linked                                 | following by link 2
                released from 2                        | accepted
                follower a joined 1 as of released from 2 | accepted, followed by 1
                """);
    }

    @Test
    void the_first_knows_its_followers_and_follows_nobody_itself() {
        goes(DISPATCHED + """
                follower a joined 1                    | dispatched, followed by 1
                follower b joined 1                    | dispatched, followed by 2
                follower a supplemented 1              | dispatched, followed by 2
                follower a supplemented 2              | void: no-such-follower
                linked                                 | void: has-followers
                follower a left 2                      | void: no-such-follower
                follower a left 1                      | dispatched, followed by 1
                follower a left 1                      | void: no-such-follower
                follower a supplemented 1              | void: no-such-follower
                follower b left 1                      | dispatched
                linked                                 | following by link 1
                follower a joined 3                    | void: wrong-phase
                """);
    }

    @Test
    void nobody_follows_a_case_that_ends_and_its_followers_are_followers_no_longer() {
        goes("""
                reported                               | reported
                follower a joined 1                    | void: wrong-phase
                accepted                               | accepted
                dispatched 1 lead because accepted     | dispatched
                follower a joined 1                    | dispatched, followed by 1
                fed back 1                             | handled, followed by 1
                follower b joined 1                    | handled, followed by 2
                verification requested 1               | handled, followed by 2
                verified 1 passed                      | verified, followed by 2
                closed                                 | closed
                follower c joined 1                    | void: case-ended
                reopened                               | reopened
                """);
    }

    @Test
    void so_many_may_follow_and_no_more() {
        String full = IntStream.rangeClosed(1, Ties.MOST_FOLLOWERS)
                .mapToObj("follower %1$s joined 1 | accepted, followed by %1$s\n"::formatted)
                .collect(joining());
        goes("""
                reported                               | reported
                accepted                               | accepted
                """ + full + """
                follower one-more joined 1             | void: too-many-followers
                follower 1 left 1                      | accepted, followed by 499
                follower one-more joined 1             | accepted, followed by 500
                """);
    }

    private static void goes(String table) {
        assertThat(Way.walk(table)).isEqualTo(Way.tidy(table));
    }
}
