package io.gridwhistle.dispatch.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;

/**
 * Answers that take seconds to find and do not change: each is found once however many ask, and the last ones asked for are
 * kept.
 *
 * @param <K> all that the answer follows from
 */
final class KeptAnswers<K, V> {
    private final ProofTurns turns;
    private final Map<K, Mono<V>> kept;

    KeptAnswers(ProofTurns turns, int most) {
        this.turns = turns;
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
                    key, it -> turns.take(answer).doOnError(e -> forget(it)).cache());
        }
    }

    private void forget(K key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }
}
