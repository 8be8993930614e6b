package io.gridwhistle.lifecycle;

/** What became of an event. */
public sealed interface Outcome {
    /** It holds; the case is now in this state. */
    record Valid(CaseState state) implements Outcome {}

    /** It changes nothing. */
    record Void(VoidReason reason) implements Outcome {}
}
