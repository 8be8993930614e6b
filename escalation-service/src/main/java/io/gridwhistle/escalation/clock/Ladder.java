package io.gridwhistle.escalation.clock;

import io.gridwhistle.city.Unit;
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

    /** Where a case goes next, and the posts on the way there that are vacant or that it has been with. */
    record Climb(LadderStep to, UnitCode unit, List<LadderStep> skipped) {}

    private Ladder() {}

    /** The next rung above whoever leads now with somebody on it who was not asked so yet; empty on top. */
    static Optional<Climb> climb(TimedCase now, @Nullable OrderLine lead) {
        List<LadderStep> ladder = now.ascent().ladder();
        var skipped = new ArrayList<LadderStep>();
        for (int i = start(ladder, lead); i < ladder.size(); i++) {
            LadderStep step = ladder.get(i);
            UnitCode unit = step.addressee() == null ? null : step.addressee().unit();
            if (unit == null || now.ascent().climbed().contains(unit)) {
                skipped.add(step);
            } else if (lead == null || !unit.equals(lead.to().unit())) {
                return Optional.of(new Climb(step, unit, skipped));
            }
        }
        return Optional.empty();
    }

    private static int start(List<LadderStep> ladder, @Nullable OrderLine lead) {
        if (lead == null) {
            return 0;
        }
        if (lead.to().level().equals(Unit.Kind.CITY_CENTRE.code())) {
            return ladder.size();
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
