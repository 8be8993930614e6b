package io.gridwhistle.log.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One works, two wait, and nobody else. */
class TurnsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int WAITING = 2;
    private final Turns turns = new Turns("test", 1, WAITING, "others are at it");

    @Test
    @Timeout(60)
    void whoComesWhenEnoughAreWaitingIsToldToComeBack() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var atWork = new AtomicInteger();
        List<CompletableFuture<Integer>> taken = new ArrayList<>();
        taken.add(turns.take(() -> {
                    int others = atWork.getAndIncrement();
                    begun.countDown();
                    mayEnd.await();
                    atWork.decrementAndGet();
                    return others;
                })
                .toFuture());
        begun.await();
        for (int i = 0; i < WAITING; i++) {
            taken.add(turns.take(atWork::get).toFuture());
        }

        var refused = catchThrowableOfType(
                ProblemException.class, () -> turns.take(atWork::get).block(SOON));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.type()).isEqualTo("busy");
        assertThat(refused).hasMessage("others are at it");
        assertThat(refused.retryAfter()).isPositive();

        mayEnd.countDown();
        assertThat(taken).allSatisfy(it -> assertThat(it).succeedsWithin(SOON).isEqualTo(0));
        assertThat(turns.take(atWork::get).block(SOON)).isZero();
    }

    @Test
    void whoHoldsATurnHasItUntilWhatComesAfterHasEnded() {
        var later = Sinks.<String>one();
        var held = turns.hold(later::asMono).toFuture();
        var next = turns.take(() -> later.currentSubscriberCount()).toFuture();

        assertThat(next).isNotDone();
        later.tryEmitValue("published");
        assertThat(held).succeedsWithin(SOON).isEqualTo("published");
        assertThat(next).succeedsWithin(SOON).isEqualTo(0);
        assertThat(turns.hold(() -> Mono.deferContextual(it -> Mono.just(it.<String>get("who"))))
                        .contextWrite(it -> it.put("who", "me"))
                        .block(SOON))
                .isEqualTo("me");
    }

    @Test
    void whatFailsFailsForItsCallerAlone() {
        var failed = catchThrowableOfType(
                IllegalStateException.class,
                () -> turns.take(() -> {
                            throw new IllegalStateException("not this one");
                        })
                        .block(SOON));
        assertThat(failed).hasMessage("not this one");
        assertThat(turns.take(() -> 1).block(SOON)).isEqualTo(1);
    }
}
