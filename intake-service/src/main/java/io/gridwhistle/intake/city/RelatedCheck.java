package io.gridwhistle.intake.city;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.Related;
import io.gridwhistle.log.web.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a city's thresholds for reports of the same thing can be meant. */
final class RelatedCheck {
    private RelatedCheck() {}

    static List<FieldError> check(City city) {
        var errors = new ArrayList<FieldError>();
        List<CaseClass> classes = city.classes();
        for (int i = 0; i < classes.size(); i++) {
            Related related = classes.get(i).related();
            if (related == null) {
                continue;
            }
            String pointer = "/classes/%d/related".formatted(i);
            if (!(related.metres() > 0 && related.metres() <= Related.MOST_METRES)) {
                errors.add(new FieldError(
                        pointer + "/metres",
                        String.format(Locale.ROOT, "is a distance above 0 and at most %.0f", Related.MOST_METRES)));
            }
            if (!related.within().isPositive() || related.within().compareTo(Related.LONGEST) > 0) {
                errors.add(new FieldError(
                        pointer + "/within",
                        "is a duration above zero and at most %d days".formatted(Related.LONGEST.toDays())));
            }
        }
        return errors;
    }
}
