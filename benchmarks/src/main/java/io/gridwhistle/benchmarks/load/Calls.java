package io.gridwhistle.benchmarks.load;

import java.util.function.Supplier;

/** Calls of one kind: what was answered, and after how long. */
record Calls(Answers answers, Times times) {
    Calls() {
        this(new Answers(), new Times());
    }

    Door.Answer make(Supplier<Door.Answer> call) {
        return make(System.nanoTime(), call);
    }

    /** A call that was to be made at {@code due}, by {@link System#nanoTime}; its time counts from then. */
    Door.Answer make(long due, Supplier<Door.Answer> call) {
        Door.Answer answer = call.get();
        if (answers.add(answer)) {
            times.add(System.nanoTime() - due);
        }
        return answer;
    }
}
