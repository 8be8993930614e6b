package io.gridwhistle.dispatch.reference;

import io.gridwhistle.log.web.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Answers that take seconds to find and do not change: each is found once however many ask, few at a time, and the last ones
 * asked for are kept.
 *
 * @param <K> all that the answer follows from
 */
final class KeptAnswers<K, V> {
    private final Scheduler scheduler;
    private final Map<K, Mono<V>> kept;

    KeptAnswers(String name, int most) {
        this.scheduler = Schedulers.newBoundedElastic(2, 100, name);
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Mono<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** Errors: a 503 problem where too many others are waiting; what failed is tried again when somebody asks again. */
    Mono<V> get(K key, Callable<V> answer) {
        synchronized (kept) {
            return kept.computeIfAbsent(
                    key,
                    it -> Mono.fromCallable(answer)
                            .subscribeOn(scheduler)
                            .onErrorMap(
                                    RejectedExecutionException.class,
                                    e -> ProblemException.unavailable("busy", "too many ask for reports at once", e))
                            .doOnError(e -> forget(it))
                            .cache());
        }
    }

    private void forget(K key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
