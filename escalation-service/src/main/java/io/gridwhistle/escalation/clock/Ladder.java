package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.LadderStep;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way up: micro → L3 → L2 → L1 → the leader answerable for the area → district → city, as far as there is one. */
final class Ladder {
    private static final String DISTRICT = "district";

    /** Where a case goes next, and the vacant posts on the way there. */
    record Climb(LadderStep to, List<LadderStep> skipped) {}

    private Ladder() {}

    /** The next rung with somebody on it above whoever leads now; empty on top. */
    static Optional<Climb> climb(List<LadderStep> ladder, @Nullable OrderLine lead) {
        var skipped = new ArrayList<LadderStep>();
        for (int i = start(ladder, lead); i < ladder.size(); i++) {
            LadderStep step = ladder.get(i);
            if (step.addressee() == null) {
                skipped.add(step);
            } else if (lead == null || !step.addressee().unit().equals(lead.to().unit())) {
                return Optional.of(new Climb(step, skipped));
            }
        }
        return Optional.empty();
    }

    private static int start(List<LadderStep> ladder, @Nullable OrderLine lead) {
        if (lead == null) {
            return 0;
        }
        UnitCode unit = lead.to().unit();
        for (int i = ladder.size() - 1; i >= 0; i--) {
            var addressee = ladder.get(i).addressee();
            if (addressee != null && addressee.unit().equals(unit)) {
                return i + 1;
            }
        }
        // A department is on no rung; above it is the district's centre.
        for (int i = 0; i < ladder.size(); i++) {
            if (ladder.get(i).level().equals(DISTRICT)) {
                return i;
            }
        }
        return 0;
    }
}
