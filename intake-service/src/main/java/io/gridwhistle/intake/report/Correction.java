package io.gridwhistle.intake.report;

import io.gridwhistle.city.City;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.LocatedPlace;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import org.jspecify.annotations.Nullable;

/** What a case is to be about from now on: another place, another class, or both; as right as in a report. */
public record Correction(
        @Nullable ReportedPlace place,
        @Nullable DistrictCode district,
        @Nullable ClassCode classCode) {
    public static final Correction NONE = new Correction(null, null, null);

    /** Errors: a 422 problem with all of the fields at fault. */
    public static Correction check(
            ReportRequest.@Nullable Location location, @Nullable String classCode, City city, GridSet gridSet) {
        var errors = new FieldErrors();
        LocatedPlace located = location == null ? null : new LocationCheck(city, gridSet, errors).check(location);
        var caseClass = classCode == null ? null : ClassCheck.check(classCode, city, errors);
        if (errors.any()) {
            throw errors.asProblem();
        }
        return new Correction(
                located == null ? null : located.place(),
                located == null ? null : located.findDistrict().orElse(null),
                caseClass == null ? null : caseClass.code());
    }
}
