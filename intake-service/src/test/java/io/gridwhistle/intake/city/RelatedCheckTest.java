package io.gridwhistle.intake.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.log.web.ProblemException.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        byte[] city = """
                {"code": "c", "name": "C", "timeZone": "UTC", "synthetic": true, "levels": [], "districts": [],
                 "channels": [], "classes": [
                  {"code": "pipe", "name": "pipe", "kind": "component", "acceptance": "automatic",
                   "related": {"metres": %s, "within": "%s"}},
                  {"code": "complaint", "name": "complaint", "kind": "event", "acceptance": "automatic"}]}
                """.formatted(metres, within).getBytes(StandardCharsets.UTF_8);

        assertThat(RelatedCheck.check(CityReferences.city(city)).stream().map(RelatedCheckTest::words))
                .containsExactlyElementsOf(error == null ? List.of() : List.of(error));
    }

    private static String words(FieldError error) {
        return error.pointer() + ": " + error.detail();
    }
}
