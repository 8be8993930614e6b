package io.gridwhistle.dispatch.reference;

import io.gridwhistle.log.web.Turns;
import org.springframework.stereotype.Component;

/** A proof takes seconds and, for a large city, hundreds of megabytes: one at a time, whatever is proven and whoever asks. */
@Component
final class ProofTurns extends Turns {
    static final int MOST_WAITING = 4;

    ProofTurns() {
        super(
                "proofs",
                1,
                MOST_WAITING,
                "others are being proven, and enough are waiting; nothing was kept or changed");
    }
}
