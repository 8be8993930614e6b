/** Timers on the case log beside those of db-scheduler: the same work, on servers of the run's own. */
@org.jspecify.annotations.NullMarked
package io.gridwhistle.benchmarks.timers;
