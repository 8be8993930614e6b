package io.gridwhistle.dispatch.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** However many ask, an answer is found once; not for ever are all of them kept. */
class KeptAnswersTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final KeptAnswers<String, Integer> answers = new KeptAnswers<>(new ProofTurns(), 2);
    private final AtomicInteger found = new AtomicInteger();

    @Test
    void manyWhoAskAtOnceWaitForOneAnswer() {
        var slow = new CountDownLatch(1);
        var all = Flux.range(0, 50)
                .flatMap(i -> answers.get("a", () -> {
                    slow.await();
                    return found.incrementAndGet();
                }))
                .distinct()
                .collectList()
                .toFuture();
        slow.countDown();
        assertThat(all).succeedsWithin(SOON).asList().containsExactly(1);
    }

    @Test
    void theLastOnesAskedForAreKept() {
        assertThat(ask("a")).isEqualTo(1);
        assertThat(ask("b")).isEqualTo(2);
        assertThat(ask("a")).isEqualTo(1);
        assertThat(ask("c")).isEqualTo(3);
        assertThat(ask("a")).as("b was asked for longest ago").isEqualTo(1);
        assertThat(ask("b")).isEqualTo(4);
    }

    @Test
    void whatFailedIsTriedAgain() {
        assertThatThrownBy(() -> answers.get("a", () -> {
                            throw new IllegalStateException("not yet");
                        })
                        .block(SOON))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ask("a")).isEqualTo(1);
    }

    private Integer ask(String key) {
        return answers.get(key, found::incrementAndGet).blockOptional(SOON).orElseThrow();
    }
}
