package io.gridwhistle.log.web;

import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Work behind a door that takes seconds or much memory: some is done at a time, some waits, and whoever comes then is told to
 * come back.
 */
public class Turns {
    private final Scheduler scheduler;
    private final String busy;

    /**
     * @param name of the threads
     * @param waiting for each of those that are at work at once
     * @param busy what is said to whoever is to come back
     */
    public Turns(String name, int atOnce, int waiting, String busy) {
        this.scheduler = Schedulers.newBoundedElastic(atOnce, waiting, name);
        this.busy = busy;
    }

    /** Errors: a 503 problem {@code busy} where enough are waiting. */
    public <T> Mono<T> take(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, e -> ProblemException.unavailable("busy", busy, e));
    }

    /** A turn that lasts until this has ended too: what it goes by, nobody changes in between. Errors: as of {@link #take}. */
    public <T> Mono<T> hold(Supplier<Mono<T>> work) {
        return Mono.deferContextual(
                context -> take(() -> work.get().contextWrite(context).block()));
    }
}
