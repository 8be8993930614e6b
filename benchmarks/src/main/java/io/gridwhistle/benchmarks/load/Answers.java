package io.gridwhistle.benchmarks.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often which status was answered, and the first answer of each that was no success. */
final class Answers {
    private static final int NOT_FOUND = 404;

    private final Map<Integer, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Map<Integer, String> examples = new ConcurrentHashMap<>();

    boolean add(Door.Answer answer) {
        counts.computeIfAbsent(answer.status(), it -> new LongAdder()).increment();
        if (!answer.isOk()) {
            examples.computeIfAbsent(answer.status(), it -> answer.toString());
        }
        return answer.isOk();
    }

    long ok() {
        return counts.entrySet().stream()
                .filter(it -> it.getKey() / 100 == 2)
                .mapToLong(it -> it.getValue().sum())
                .sum();
    }

    long failed() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum() - ok();
    }

    long notFound() {
        LongAdder count = counts.get(NOT_FOUND);
        return count == null ? 0 : count.sum();
    }

    void printFailures(String label) {
        examples.forEach((status, example) -> System.out.printf(
                "%s: %d x %s, such as %s%n",
                label, counts.getOrDefault(status, new LongAdder()).sum(), name(status), example));
    }

    private static String name(int status) {
        return status == Door.NO_ANSWER ? "no answer" : Integer.toString(status);
    }
}
