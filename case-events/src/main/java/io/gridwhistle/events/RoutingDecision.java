package io.gridwhistle.events;

import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why these are the owners of the place: everything that is needed to explain the decision years later.
 *
 * @param gridSet version in force at the case's place in the log
 * @param place what was reported, in its own reference system
 * @param lon degrees, WGS 84, as normalised; absent where a cell or building was named instead
 * @param path ordinary cells from the city down to the leaf
 * @param exclusives exclusive grids at the place that apply to the class, by precedence
 * @param candidates who may lead, in the order they are asked, each with the rule that names it
 * @param ladder whom the case climbs to when it is not solved in time, upwards
 * @param rule the rule that named the lead
 */
public record RoutingDecision(
        String gridSet,
        ReportedPlace place,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable DistrictCode district,
        List<CellCode> path,
        List<CellCode> exclusives,
        List<Candidate> candidates,
        List<LadderStep> ladder,
        String rule) {

    /** Somebody who may be asked; {@code addressee} is absent where the post is vacant. */
    public record Candidate(
            Role role,
            @Nullable Addressee addressee,
            @Nullable CellCode cell,
            String rule) {}
}
