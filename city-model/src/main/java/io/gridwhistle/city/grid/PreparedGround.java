package io.gridwhistle.city.grid;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/** An area that many others are compared with: its border is indexed once, where the first one asks. */
final class PreparedGround {
    private static final String COMMON_GROUND = "T********";

    private final Geometry area;
    private @Nullable RelateNG index;

    PreparedGround(Geometry area) {
        this.area = area;
    }

    Geometry area() {
        return area;
    }

    boolean covers(Geometry other) {
        return area.getEnvelopeInternal().covers(other.getEnvelopeInternal())
                && index().evaluate(other, RelatePredicate.covers());
    }

    /** Whether the two have more in common than a border. */
    boolean overlaps(Geometry other) {
        return area.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
                && index().evaluate(other, RelatePredicate.matches(COMMON_GROUND));
    }

    /** The same, asked only where that is less work than an overlay: of a longer border it is not. */
    boolean mayOverlap(Geometry other) {
        return area.getNumPoints() <= other.getNumPoints() || overlaps(other);
    }

    private RelateNG index() {
        if (index == null) {
            index = (RelateNG) RelateNG.prepare(area);
        }
        return index;
    }
}
