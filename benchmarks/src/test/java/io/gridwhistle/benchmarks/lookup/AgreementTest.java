package io.gridwhistle.benchmarks.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.benchmarks.DemoTables;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.servers.Tool;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Times of two ways are compared only where both answer the same, or it is known why not. */
class AgreementTest {
    private static final GridSet GRID_SET = MallCity.of(1);
    private static final List<Point> POINTS = Stream.concat(
                    Agreement.points(GRID_SET, 60_000).stream(), Places.MALL.draw(GRID_SET).stream())
            .toList();

    @Test
    void jtsOnTheLatticeNamesTheSameCellsEverywhere() {
        var kinds = Agreement.count(GRID_SET, new LeafAndParents(GRID_SET, Plane.LATTICE), POINTS);

        assertThat(kinds).containsEntry(Difference.NONE, POINTS.size());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GRID_SET")
    void inDegreesItDiffersOnAndBesideBordersOnly(How how) {
        Map<Difference, Integer> kinds = Agreement.count(GRID_SET, lookup(how, GRID_SET), POINTS);

        assertThat(kinds).containsEntry(Difference.UNEXPLAINED, 0);
        assertThat(kinds.get(Difference.ON_BORDER)).isPositive();
        if (how != How.S2_LEAF_AND_PARENTS) {
            assertThat(kinds).containsEntry(Difference.GREAT_CIRCLE, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyOwnsAPointOutside(How how) {
        var spot = lookup(how, GRID_SET).find(new Point(0, 0));

        assertThat(spot.path()).isEmpty();
        assertThat(spot.exclusives()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void threeExclusiveGridsHoldTheMall(How how) {
        Lookup lookup = lookup(how, GRID_SET);

        assertThat(Places.MALL.draw(GRID_SET))
                .allSatisfy(point -> assertThat(lookup.find(point).exclusives()).hasSize(3));
    }

    @ParameterizedTest
    @EnumSource
    void theDemoCityIsFoundInEachWay(How how) {
        GridSet demo = DemoTables.read().gridSet();
        List<Point> points = Places.random(Places.extent(demo), 20_000);

        Map<Difference, Integer> kinds = Agreement.count(demo, lookup(how, demo), points);

        assertThat(kinds.get(Difference.NONE)).isGreaterThan(points.size() - 20);
    }

    private static Lookup lookup(How how, GridSet gridSet) {
        if (how == How.POSTGIS_LEAF_AND_PARENTS) {
            Tool.require("PostGIS", PostGisServer.programs());
        }
        return how.over(gridSet);
    }
}
