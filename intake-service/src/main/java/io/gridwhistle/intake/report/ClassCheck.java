package io.gridwhistle.intake.report;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.events.id.ClassCode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a class is one of the city's. */
final class ClassCheck {
    private ClassCheck() {}

    /** The class, or nothing and the errors say why. */
    static @Nullable CaseClass check(@Nullable String code, City city, FieldErrors errors) {
        ClassCode classCode = errors.code("/classCode", code, ClassCode::new);
        if (classCode == null) {
            return null;
        }
        CaseClass found = city.findClass(classCode).orElse(null);
        if (found == null) {
            errors.add(
                    "/classCode",
                    "'%s' is none of the city's: %s"
                            .formatted(
                                    code,
                                    city.classes().stream()
                                            .map(it -> it.code().value())
                                            .collect(Collectors.joining(", "))));
        }
        return found;
    }
}
