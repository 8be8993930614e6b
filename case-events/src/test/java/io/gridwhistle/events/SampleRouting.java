package io.gridwhistle.events;

import io.gridwhistle.events.RoutingDecision.Candidate;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.time.Instant;
import java.util.List;

/** Where the sample case happened, and who owns the place. */
final class SampleRouting {
    static final UnitCode MALL = new UnitCode("yaxiya-mall");
    static final UnitCode CENTRE = new UnitCode("erqi-centre");
    static final UnitCode MARKET_BUREAU = new UnitCode("erqi-market-regulation");

    private static final DistrictCode ERQI = new DistrictCode("erqi");
    private static final CellCode FLOOR_CELL = new CellCode("X-YAXIYA-F3");
    private static final CellCode STREET_CELL = new CellCode("410103-01");
    private static final CellCode COMMUNITY_CELL = new CellCode("410103-01-03");

    static final Addressee MALL_DESK = new Addressee(MALL, MALL, ERQI, FLOOR_CELL, "l3");
    static final Addressee STREET =
            new Addressee(new UnitCode("dehua-street.chief"), new UnitCode("dehua-street"), ERQI, STREET_CELL, "l1");

    static final LadderStep VACANT_STEP = new LadderStep("l2", COMMUNITY_CELL, null);
    static final LadderStep L1_STEP = new LadderStep("l1", STREET_CELL, STREET);

    static final ReportedPlace PLACE =
            new ReportedPlace(Crs.GCJ02, 113.673066, 34.754907, "二七区德化街 (Dehua Street)", "亚细亚商场", "3F", FLOOR_CELL);

    static final RoutingDecision DECISION = new RoutingDecision(
            "zhengzhou-2026-04-20",
            Instant.parse("2026-05-01T02:12:05.250Z"),
            PLACE,
            null,
            113.666996,
            34.75608,
            null,
            ERQI,
            List.of(ERQI, new DistrictCode("jinshui")),
            List.of(new CellCode("410103"), STREET_CELL, COMMUNITY_CELL, new CellCode("410103-01-03-002")),
            List.of(FLOOR_CELL),
            List.of(
                    new Candidate(Role.LEAD, MALL_DESK, FLOOR_CELL, "exclusive-grid-first"),
                    new Candidate(Role.LEAD, null, COMMUNITY_CELL, "territory-first"),
                    new Candidate(
                            Role.CO_HANDLER,
                            new Addressee(MARKET_BUREAU, MARKET_BUREAU, ERQI, null, "department"),
                            null,
                            "responsibility-matrix")),
            List.of(VACANT_STEP, L1_STEP, new LadderStep("leader", null, null)),
            List.of(Crossing.AREAS),
            "exclusive-grid-first");

    private SampleRouting() {}
}
