package io.gridwhistle.city;

import java.time.Duration;

/**
 * When two reports of a class are of the same thing.
 *
 * @param metres that their points are apart at most
 * @param within that they are reported after each other at most
 */
public record Related(double metres, Duration within) {
    /** Wider than any one thing that is reported. */
    public static final double MOST_METRES = 1_000;

    public static final Duration LONGEST = Duration.ofDays(30);
}
