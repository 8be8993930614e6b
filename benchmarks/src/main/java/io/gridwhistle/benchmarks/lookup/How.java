package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.grid.GridSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The ways that are compared. */
public enum How {
    /** Ours. */
    GRID_SET(gridSet -> gridSet::locate),
    /** What the others are measured by. */
    JTS_LEAF_AND_PARENTS(gridSet -> new LeafAndParents(gridSet, Plane.DEGREES)),
    JTS_LEVEL_BY_LEVEL(LevelByLevel::new),
    S2_LEAF_AND_PARENTS(S2LeafAndParents::new),
    /** Where it is installed. */
    POSTGIS_LEAF_AND_PARENTS(PostGisLeafAndParents::new);

    private final Function<GridSet, Lookup> build;

    How(Function<GridSet, Lookup> build) {
        this.build = build;
    }

    /** Those that this machine has. */
    static List<How> here() {
        return Stream.of(values())
                .filter(how -> how != POSTGIS_LEAF_AND_PARENTS
                        || PostGisServer.programs().isPresent())
                .toList();
    }

    Lookup over(GridSet gridSet) {
        return build.apply(gridSet);
    }
}
