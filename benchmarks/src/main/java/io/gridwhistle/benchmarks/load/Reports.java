package io.gridwhistle.benchmarks.load;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.Level;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Crs;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.geom.Envelope;

/** Reports from all over the districts; from run to run only their external ids and times differ. */
final class Reports {
    /** With it the larger of a case's first two records has about 1.2 kB. */
    private static final String DESCRIPTION = "路口东侧人行道上，已有行人避让，请尽快处置。".repeat(8);

    private final GridSet gridSet;
    private final Envelope extent = new Envelope();
    private final City city;
    private final List<CaseClass> classes;
    private final String run = Long.toString(Instant.now().toEpochMilli(), 36);
    private final AtomicInteger number = new AtomicInteger();

    Reports(City city, GridSet gridSet) {
        this.city = city;
        this.gridSet = gridSet;
        classes = city.classes().stream()
                .filter(it -> it.acceptance() == Acceptance.AUTOMATIC)
                .toList();
        gridSet.listCells().stream()
                .filter(cell -> cell.level() == Level.DISTRICT)
                .forEach(cell -> extent.expandToInclude(cell.geometry().getEnvelopeInternal()));
    }

    Report next() {
        int n = number.incrementAndGet();
        var random = new SplittableRandom(n);
        CaseClass caseClass = classes.get(random.nextInt(classes.size()));
        Point point = somewhere(random);
        return new Report(
                "load-%s-%07d".formatted(run, n),
                city.channels().get(random.nextInt(city.channels().size())).code(),
                caseClass.code(),
                caseClass.name(),
                DESCRIPTION,
                new Report.Location(Crs.WGS84, point.lon(), point.lat()),
                Instant.now());
    }

    private Point somewhere(SplittableRandom random) {
        while (true) {
            var point = new Point(
                    extent.getMinX() + random.nextDouble() * extent.getWidth(),
                    extent.getMinY() + random.nextDouble() * extent.getHeight());
            if (gridSet.findOwner(point).isPresent()) {
                return point;
            }
        }
    }
}
