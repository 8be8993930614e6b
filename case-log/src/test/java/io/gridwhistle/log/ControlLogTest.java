package io.gridwhistle.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent.ModesPlanned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said again where another instance said something at the same time, and what may not be. */
class ControlLogTest {
    private static final int PARTITIONS = 3;

    static final List<KafkaException> FENCED =
            List.of(new ProducerFencedException("overtaken"), new InvalidProducerEpochException("overtaken"));

    static final List<KafkaException> OUTCOME_UNKNOWN = List.of(
            new TimeoutException("no answer"), new ProducerFencedException("after a commit that had no answer"));

    @Test
    void everyBroadcastFencesWhoeverElseIsAtIt() {
        var first = producer();
        var second = producer();
        var log = log(first, second);
        broadcast(log);
        broadcast(log);
        assertThat(List.of(first, second)).allSatisfy(producer -> {
            assertThat(producer.transactionInitialized()).isTrue();
            assertThat(producer.history()).hasSize(PARTITIONS);
            assertThat(producer.closed()).isTrue();
        });
    }

    @ParameterizedTest
    @FieldSource("FENCED")
    void whoIsFencedBeforeHeCommitsSaysItOnceMore(KafkaException fenced) {
        var first = producer();
        var second = producer();
        first.sendException = fenced;
        broadcast(log(first, second));
        assertThat(first.history()).isEmpty();
        assertThat(first.closed()).isTrue();
        assertThat(second.history()).hasSize(PARTITIONS);
    }

    @Test
    void whoIsFencedAgainIsTold() {
        var first = producer();
        var second = producer();
        first.sendException = new ProducerFencedException("overtaken");
        second.sendException = new ProducerFencedException("overtaken again");
        isUnavailable(log(first, second));
        assertThat(second.closed()).isTrue();
    }

    /** It may stand there already; what is said twice would hold twice. */
    @ParameterizedTest
    @FieldSource("OUTCOME_UNKNOWN")
    void aCommitWhoseOutcomeIsNotKnownIsNotSaidAgain(KafkaException unknown) {
        var only = producer();
        only.commitTransactionException = unknown;
        isUnavailable(log(only));
        assertThat(only.closed()).isTrue();
    }

    @Test
    void aBrokerThatIsAwayIsNotAskedTwice() {
        var only = producer();
        only.initTransactionException = new TimeoutException("away");
        isUnavailable(log(only));
        assertThat(only.closed()).isTrue();
    }

    private static void isUnavailable(ControlLog log) {
        var problem = catchThrowableOfType(ProblemException.class, () -> broadcast(log));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.type()).isEqualTo("log-unavailable");
    }

    private static void broadcast(ControlLog log) {
        log.broadcast(
                        new EventEnvelope<>(
                                new EventId("e"),
                                null,
                                "/test",
                                Instant.EPOCH,
                                null,
                                new ModesPlanned(List.of(), Actor.system("test"))),
                        List.of())
                .block(Duration.ofSeconds(30));
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    @SafeVarargs
    private static ControlLog log(MockProducer<String, byte[]>... producers) {
        Queue<MockProducer<String, byte[]>> next = new ArrayDeque<>(Arrays.asList(producers));
        return new ControlLog(() -> requireNonNull(next.poll(), "one producer more than expected"), PARTITIONS);
    }
}
