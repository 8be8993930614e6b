package io.gridwhistle.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.log.streams.BareStreams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dispatch's real topology on a real broker over a log that is there already: whenever and however often it decides it, the
 * same records come out byte by byte, keys, headers and times included.
 *
 * <p>{@code -Dgridwhistle.replay.events=100000} for more than the build takes the time for.
 */
class ReplayIT {
    private static final int EVENTS = Integer.getInteger("gridwhistle.replay.events", 3_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60 + EVENTS / 20);
    private static final int KILLED = 128 + 9;

    @TempDir
    private static Path folder;

    private static ReplayGround ground;
    private static Documents documents;
    private static MixedHistory history;
    private static long end;

    @BeforeAll
    static void writeTheLog() throws Exception {
        documents = new Documents(folder.resolve("city"));
        ground = new ReplayGround(folder);
        for (var reference : documents.inForceAtFirst()) {
            ground.log()
                    .references()
                    .publish(reference.kind(), reference.content())
                    .block();
        }
        var other = documents.gridSet(true);
        ground.log().references().publish(other.kind(), other.content()).block();
        history = MixedHistory.write(EVENTS, documents, ground.log(), folder, ground::append);
        ground.log().producer().flush();
        end = ground.logEnd();
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void somethingOfEverythingHappens() {
        assertThat(history.counts())
                .containsKeys(
                        "case-reported",
                        "order-returned",
                        "order-fed-back",
                        "case-verified",
                        "case-reopened",
                        "case-escalated",
                        "case-supplemented",
                        "redispatch-decided",
                        "reroute-decided",
                        "case-linked",
                        "follower-joined",
                        "order-issued",
                        "order-answered",
                        "order-withdrawn",
                        "order-escalated",
                        "order-supplemented")
                .containsEntry("reference-activated", 4 * (6 + MixedHistory.ACTIVATIONS));
    }

    @Test
    void decidedTwiceItIsTheSameAndSoItIsWithoutABroker() throws Exception {
        Records once = replay("once");
        Records twice = replay("twice");

        assertThat(once.count()).isGreaterThan(EVENTS / 2);
        assertThat(twice.lines()).isEqualTo(once.lines());
        assertThat(once.lines()).isEqualTo(history.decided().lines());
    }

    @Test
    void killedInTheMiddleItIsTheSame() throws Exception {
        ground.makeRoom("killed", documents.unitsTopics());
        Process process = ground.startProcess("killed");
        await("killed", end / 4);
        process.destroyForcibly();

        assertThat(process.waitFor()).isEqualTo(KILLED);
        assertThat(ground.progress("killed")).isLessThan(end);
        Process again = ground.startProcess("killed");
        await("killed", end);
        again.getOutputStream().close();

        assertThat(again.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue()).isZero();
        assertThat(ground.read("killed").lines()).isEqualTo(history.decided().lines());
    }

    private static Records replay(String name) throws Exception {
        ground.makeRoom(name, documents.unitsTopics());
        try (var streams = BareStreams.replay(name, new DispatchDecider(), ground.log())) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        streams.requireHealth();
                        return ground.progress(name) == end;
                    });
        }
        return ground.read(name);
    }

    private static void await(String name, long progress) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ground.progress(name) >= progress);
    }
}
