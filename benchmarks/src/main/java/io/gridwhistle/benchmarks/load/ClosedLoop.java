package io.gridwhistle.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** So many callers, each calling again as soon as it has been answered. */
record ClosedLoop(Calls calls, Duration elapsed) {

    static ClosedLoop run(int callers, Duration time, Supplier<Door.Answer> call) {
        var calls = new Calls();
        long start = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                executor.execute(() -> {
                    while (System.nanoTime() - start < time.toNanos()) {
                        calls.make(call);
                    }
                });
            }
        }
        return new ClosedLoop(calls, Duration.ofNanos(System.nanoTime() - start));
    }

    double perSecond() {
        return calls.answers().ok() / (elapsed.toNanos() / 1e9);
    }
}
