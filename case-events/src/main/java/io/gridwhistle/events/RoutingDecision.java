package io.gridwhistle.events;

import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why these are the owners of the place: everything that is needed to explain the decision years later.
 *
 * @param gridSet version in force at the case's place in the log
 * @param at log time, for whose turn it was where a lead rotates
 * @param place what was reported, in its own reference system
 * @param classCode of the case, when it was routed; absent in records of before this was kept
 * @param lon degrees, WGS 84, as normalised; absent where a cell or building was named instead
 * @param named the building or cell that the place names, as those boundaries have it
 * @param district that the place lies in
 * @param districts all that are involved: the place's own first, then those of exclusive grids and shared ground there, and
 *     of the candidates
 * @param path ordinary cells from the city down to the leaf
 * @param exclusives exclusive grids at the place that apply to the class, by precedence
 * @param candidates who may lead, in the order they are asked, each with the rule that names it
 * @param ladder whom the case climbs to when it is not solved in time, upwards
 * @param crosses what the case crosses (三跨); where it crosses anything, the first return leads to a consultation
 * @param rule the rule that named the lead
 */
public record RoutingDecision(
        String gridSet,
        Instant at,
        ReportedPlace place,
        @Nullable ClassCode classCode,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable Named named,
        @Nullable DistrictCode district,
        List<DistrictCode> districts,
        List<CellCode> path,
        List<CellCode> exclusives,
        List<Candidate> candidates,
        List<LadderStep> ladder,
        List<Crossing> crosses,
        String rule) {

    /** The same decision, with no word that a reporter wrote: those that the boundaries have stay. */
    public RoutingDecision inOwnWords() {
        ReportedPlace told = toldPlace();
        // The very same one is written once for all that it stands on.
        if (told.equals(place)) {
            return this;
        }
        return new RoutingDecision(
                gridSet,
                at,
                told,
                classCode,
                lon,
                lat,
                named,
                district,
                districts,
                path,
                exclusives,
                candidates,
                ladder,
                crosses,
                rule);
    }

    private ReportedPlace toldPlace() {
        return new ReportedPlace(
                place.crs(),
                place.lon(),
                place.lat(),
                null,
                named == null ? null : named.building(),
                named == null ? null : named.floor(),
                place.gridCode());
    }

    /** Whether a case that is about this now was routed as what it is. */
    public boolean isOf(ReportedPlace now, ClassCode classNow) {
        return place.isWhere(now) && (classCode == null || classCode.equals(classNow));
    }

    /** What was found: the reported point, or one inside of what was named, and what those boundaries call it. */
    public ReportedPlace found() {
        ReportedPlace told = toldPlace();
        return named == null
                ? told
                : new ReportedPlace(
                        Crs.WGS84, named.lon(), named.lat(), null, told.building(), told.floor(), told.gridCode());
    }

    /** The first who may be asked to lead, apart from these. */
    public Optional<Addressee> findLead(Collection<UnitCode> spent) {
        return candidates.stream()
                .filter(candidate -> candidate.role() == Role.LEAD)
                .flatMap(candidate -> Optional.ofNullable(candidate.addressee()).stream())
                .filter(addressee -> !spent.contains(addressee.unit()))
                .findFirst();
    }

    /**
     * A cell without the point that led to it.
     *
     * @param building where the cell is one
     * @param floor where the cell is of one
     * @param lon degrees, WGS 84, of a point well inside, as {@code lat}
     */
    public record Named(@Nullable String building, @Nullable String floor, double lon, double lat) {}

    /** Somebody who may be asked; {@code addressee} is absent where the post is vacant. */
    public record Candidate(
            Role role,
            @Nullable Addressee addressee,
            @Nullable CellCode cell,
            String rule) {}
}
