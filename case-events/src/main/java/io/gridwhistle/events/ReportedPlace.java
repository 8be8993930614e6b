package io.gridwhistle.events;

import io.gridwhistle.events.id.CellCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a report says it is: a point, a building (with floor), or a grid cell, as it was posted.
 *
 * <p>{@code lon} and {@code lat} are degrees in the system that {@code crs} names; all three stand or none does.
 */
public record ReportedPlace(
        @Nullable Crs crs,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable String address,
        @Nullable String building,
        @Nullable String floor,
        @Nullable CellCode gridCode) {

    /** Whether it is routed alike: the address is for people. */
    public boolean isWhere(ReportedPlace other) {
        return withoutAddress().equals(other.withoutAddress());
    }

    private ReportedPlace withoutAddress() {
        return new ReportedPlace(crs, lon, lat, null, building, floor, gridCode);
    }

    public boolean hasPoint() {
        return crs != null && lon != null && lat != null;
    }
}
