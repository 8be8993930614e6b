package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.grid.GridSet;
import java.util.function.Function;

/** The ways that are compared. */
public enum How {
    /** Ours. */
    GRID_SET(gridSet -> gridSet::locate),
    /** What the others are measured by. */
    JTS_LEAF_AND_PARENTS(gridSet -> new LeafAndParents(gridSet, Plane.DEGREES)),
    JTS_LEVEL_BY_LEVEL(LevelByLevel::new),
    S2_LEAF_AND_PARENTS(S2LeafAndParents::new);

    private final Function<GridSet, Lookup> build;

    How(Function<GridSet, Lookup> build) {
        this.build = build;
    }

    Lookup over(GridSet gridSet) {
        return build.apply(gridSet);
    }
}
