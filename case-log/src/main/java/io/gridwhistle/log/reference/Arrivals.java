package io.gridwhistle.log.reference;

import java.util.Optional;
import java.util.function.Supplier;

/** Lets whoever needs something that is not here yet wait for it. */
final class Arrivals {
    private boolean stopped;

    /** What the supplier finds, once it does. Errors: {@link StoppedWaitingException} where the service ends before. */
    synchronized <T> T await(String what, Supplier<Optional<T>> here) {
        while (true) {
            Optional<T> found = here.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (stopped) {
                throw new StoppedWaitingException(what);
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedWaitingException(what);
            }
        }
    }

    /** Makes a change that somebody may wait for. */
    synchronized void bring(Runnable change) {
        change.run();
        notifyAll();
    }

    void start() {
        bring(() -> stopped = false);
    }

    void stop() {
        bring(() -> stopped = true);
    }
}
