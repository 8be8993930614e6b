package io.gridwhistle.intake.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.events.Json;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.Problem;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelatedCheckTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "right", textBlock = """
            50      | PT2H | right
            1000    | P30D | right
            0       | PT2H | /classes/0/related/metres: is a distance above 0 and at most 1000
            -5      | PT2H | /classes/0/related/metres: is a distance above 0 and at most 1000
            1000.01 | PT2H | /classes/0/related/metres: is a distance above 0 and at most 1000
            50      | PT0S | /classes/0/related/within: is a duration above zero and at most 30 days
            50      | PT-1S | /classes/0/related/within: is a duration above zero and at most 30 days
            50      | P31D | /classes/0/related/within: is a duration above zero and at most 30 days
            """)
    void whatCannotBeMeantIsNamed(String metres, String within, String error) {
        assertThat(RelatedCheck.check(city(metres, within)).stream().map(RelatedCheckTest::words))
                .containsExactlyElementsOf(error == null ? List.of() : List.of(error));
    }

    @Test
    void everythingThatCannotBeMeantIsNamedAtOnce() {
        var problem = Problem.of(ProblemException.invalid(RelatedCheck.check(city("0", "P31D"))));

        Document.inDocs("refusals.md")
                .holds("related-thresholds", "```json\n%s\n```".formatted(Json.MAPPER.writeValueAsString(problem)));
    }

    private static City city(String metres, String within) {
        return CityReferences.city("""
                {"code": "c", "name": "C", "timeZone": "UTC", "synthetic": true, "levels": [], "districts": [],
                 "channels": [], "classes": [
                  {"code": "pipe", "name": "pipe", "kind": "component", "acceptance": "automatic",
                   "related": {"metres": %s, "within": "%s"}},
                  {"code": "complaint", "name": "complaint", "kind": "event", "acceptance": "automatic"}]}
                """.formatted(metres, within).getBytes(StandardCharsets.UTF_8));
    }

    private static String words(FieldError error) {
        return error.pointer() + ": " + error.detail();
    }
}
