package io.gridwhistle.dispatch.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GeoJson;
import io.gridwhistle.city.grid.GridSetFinding;
import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.web.Problem;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Findings as a map: a GeoJSON FeatureCollection whose features are the ground in question, with the problem as a foreign
 * member.
 *
 * <p>One document cannot be both, for {@code type} means the problem's kind in the one and the object's in the other.
 *
 * @param found how many there are of each kind
 */
record FindingsAnswer(String type, Problem problem, Map<String, Integer> found, List<Feature> features) {
    /** {@code geometry} is null where there is no ground to show. */
    record Feature(
            String type,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Map<String, Object> geometry,

            Properties properties) {}

    record Properties(
            Kind kind,
            List<CellCode> cells,
            String pointer,
            @Nullable Point at,
            double squareMetres,
            String detail) {
        static Properties of(GridSetFinding found) {
            return new Properties(
                    found.kind(),
                    found.cells(),
                    found.pointer(),
                    found.findPoint().orElse(null),
                    found.squareMetres(),
                    found.detail());
        }
    }

    static FindingsAnswer of(List<GridSetFinding> findings) {
        return new FindingsAnswer(
                "FeatureCollection",
                withoutErrors(Problem.of(problem(findings))),
                count(findings),
                findings.stream().map(FindingsAnswer::feature).toList());
    }

    private static Problem withoutErrors(Problem problem) {
        return new Problem(problem.type(), problem.title(), problem.status(), problem.detail(), null);
    }

    /** For who wants a problem as every other. */
    static ProblemException problem(List<GridSetFinding> findings) {
        return new ProblemException(
                422,
                "grid-set-not-proven",
                "These boundaries cannot be put in force",
                detail(findings.size()),
                findings.stream()
                        .map(it -> new FieldError(it.pointer(), it.detail()))
                        .toList(),
                null,
                null);
    }

    private static String detail(int found) {
        return found < GridSetFinding.ENOUGH
                ? found + (found == 1 ? " finding" : " findings")
                : "%d findings, after which the check stopped".formatted(found);
    }

    private static Map<String, Integer> count(List<GridSetFinding> findings) {
        var count = new LinkedHashMap<String, Integer>();
        findings.forEach(it -> count.merge(it.kind().code(), 1, Integer::sum));
        return count;
    }

    private static Feature feature(GridSetFinding found) {
        return new Feature(
                "Feature", found.where() == null ? null : GeoJson.write(found.where()), Properties.of(found));
    }
}
