package io.gridwhistle.local.replay;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.log.BareLog;
import io.gridwhistle.log.streams.BareStreams;
import java.io.IOException;
import java.nio.file.Path;

/** Dispatch decides the log once more, as a process of its own that goes on until its input ends. */
final class Replaying {
    private Replaying() {}

    /** Arguments: bootstrap servers, the replay's name, a folder for its state. */
    public static void main(String[] args) throws IOException {
        try (var log = new BareLog(args[0], "dispatch", Path.of(args[2])).start();
                var streams = BareStreams.replay(args[1], new DispatchDecider(), log)) {
            int end = System.in.read();
            streams.requireHealth();
            System.out.println("ended by " + end);
        }
    }
}
