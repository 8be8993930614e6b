package io.gridwhistle.benchmarks.timers;

/**
 * What one of the two has shown.
 *
 * @param bytesOnDisk an armed timer
 * @param noticed from the deadline until somebody else can know
 * @param restartFirst milliseconds from the call that starts it
 */
record Measured(
        double armedPerSecond,
        double cancelledPerSecond,
        double bytesOnDisk,
        Lateness noticed,
        double restartFirst,
        double restartAll) {}
