package io.gridwhistle.gateway.access;

import io.github.bucket4j.Bucket;
import io.gridwhistle.log.web.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds each credential to its pace, on this instance; a batch is one call, paced by the stream itself. */
final class Pace {
    private final AccessSettings.Rate rate;
    // As many as there are credentials: only who is known gets here.
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    Pace(AccessSettings.Rate rate) {
        this.rate = rate;
    }

    /** How long the caller has to wait; empty where it may go on. */
    Optional<Duration> waitOf(Caller caller) {
        var taken = buckets.computeIfAbsent(caller.name(), it -> bucket()).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
