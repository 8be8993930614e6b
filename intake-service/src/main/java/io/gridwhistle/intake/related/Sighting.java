package io.gridwhistle.intake.related;

import io.gridwhistle.city.Related;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an accepted case was reported.
 *
 * @param point in WGS 84, where it has one
 * @param floor of the building
 * @param reportedAt log time, as is {@code acceptedAt}
 * @param since the event since which it is of this place and class, see {@link io.gridwhistle.lifecycle.Ties}
 */
record Sighting(
        CaseId id,
        @Nullable Point point,
        @Nullable String building,
        @Nullable String floor,
        Instant reportedAt,
        Instant acceptedAt,
        EventId since) {

    /** Of any two, one is the earlier: so no two cases are ever linked to each other. */
    static final Comparator<Sighting> EARLIEST_FIRST =
            Comparator.comparing(Sighting::acceptedAt).thenComparing(Sighting::id);

    /** What is none of the city's buildings is a word that may be written of any place: it says nothing of where. */
    Sighting among(Predicate<String> buildings) {
        return building == null || buildings.test(building)
                ? this
                : new Sighting(id, point, null, null, reportedAt, acceptedAt, since);
    }

    /** In what way two reports of a class are of the same thing; empty where they are not. */
    Optional<String> findRelation(Sighting other, Related same) {
        Duration apart = Duration.between(other.reportedAt, reportedAt).abs();
        return apart.compareTo(same.within()) > 0
                ? Optional.empty()
                : findNearness(other, same.metres())
                        .map(near -> "%s, reported %d min apart".formatted(near, apart.toMinutes()));
    }

    private Optional<String> findNearness(Sighting other, double metres) {
        if (building != null && other.building != null) {
            // Who names no floor may mean any.
            boolean sameFloor = floor == null || other.floor == null || floor.equals(other.floor);
            return building.equals(other.building) && sameFloor
                    ? Optional.of(
                            floor == null || other.floor == null
                                    ? "in the same building"
                                    : "on the same floor of the same building")
                    : Optional.empty();
        }
        if (point == null || other.point == null) {
            return Optional.empty();
        }
        double apart = point.metresTo(other.point);
        return apart <= metres ? Optional.of(String.format(Locale.ROOT, "%.0f m apart", apart)) : Optional.empty();
    }
}
