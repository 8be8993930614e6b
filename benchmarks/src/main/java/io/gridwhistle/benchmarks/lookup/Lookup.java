package io.gridwhistle.benchmarks.lookup;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet.Spot;

/** One way from a point to its cells at all levels and its exclusive grids. */
interface Lookup {
    Spot find(Point point);

    /** What it keeps outside of this process. */
    default long bytesElsewhere() {
        return 0;
    }
}
