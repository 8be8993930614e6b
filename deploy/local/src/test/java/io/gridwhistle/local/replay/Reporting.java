package io.gridwhistle.local.replay;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.Unit;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.id.UnitCode;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** What is reported in the demo city: anything, anywhere, in any coordinate system; and who there is to ask about it. */
record Reporting(List<CaseClass> classes, List<Unit> units) {
    static final PlatformId PLATFORM = new PlatformId("replay");
    private static final Actor REPORTER = new Actor(ActorKind.PLATFORM, "replay", null);
    /** Where the three districts meet. */
    private static final double LON = 113.666996;

    private static final double LAT = 34.756080;
    private static final double REACH = 0.06;
    private static final List<Crs> SYSTEMS = List.of(Crs.WGS84, Crs.CGCS2000, Crs.GCJ02, Crs.BD09);

    CaseReported report(CaseId id, SplittableRandom random) {
        return new CaseReported(
                PLATFORM,
                id.value(),
                new ChannelCode("patrol"),
                classCode(random),
                null,
                "title",
                "description " + random.nextInt(),
                place(random),
                null,
                Instant.EPOCH,
                List.of(),
                REPORTER);
    }

    ClassCode classCode(SplittableRandom random) {
        return classes.get(random.nextInt(classes.size())).code();
    }

    UnitCode unit(SplittableRandom random) {
        return units.get(random.nextInt(units.size())).code();
    }

    ReportedPlace place(SplittableRandom random) {
        if (random.nextInt(10) == 0) {
            String floor = Integer.toString(1 + random.nextInt(6));
            return new ReportedPlace(null, null, null, null, "asia-mall", floor, null);
        }
        // Half of them near to where the districts and the tower zone meet; some outside of them all.
        double reach = random.nextBoolean() ? REACH : REACH / 10;
        return new ReportedPlace(
                SYSTEMS.get(random.nextInt(SYSTEMS.size())),
                LON + reach * (2 * random.nextDouble() - 1),
                LAT + reach * (2 * random.nextDouble() - 1),
                "人民路口",
                null,
                null,
                null);
    }
}
