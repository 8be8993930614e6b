package io.gridwhistle.dispatch.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who asks about many other times at once keeps nobody else from asking. */
class OtherTimesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final ResolveController times = new ResolveController(mock());

    @Test
    void aCallerIsRefusedWhatWouldFillTheQueueAndAnotherIsNot() {
        var slow = new CountDownLatch(1);
        var first = Flux.range(0, ResolveController.MOST_OF_ONE)
                .flatMap(i -> times.ask("greedy", () -> {
                    slow.await();
                    return i;
                }))
                .collectList()
                .toFuture();

        var problem = catchThrowableOfType(
                ProblemException.class, () -> times.ask("greedy", () -> 0).block(SOON));
        Mono<Integer> other = times.ask("other", () -> 1);
        var answered = other.toFuture();
        slow.countDown();

        Document.inDocs("refusals.md").holds("resolve-busy", problem);
        assertThat(answered).succeedsWithin(SOON).isEqualTo(1);
        assertThat(first).succeedsWithin(SOON);
        assertThat(times.ask("greedy", () -> 2).block(SOON)).isEqualTo(2);
    }
}
