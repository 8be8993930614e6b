package io.gridwhistle.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Nobody runs it for weeks: it must not have stopped working when somebody does. */
class ThroughputRunIT {
    @Test
    void routesAFewCasesInEveryWay() {
        var command = new CommandLine(new ThroughputRun());
        assertThat(command.execute("--cases", "40", "--rounds", "1")).isZero();
    }
}
