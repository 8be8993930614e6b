package io.gridwhistle.intake.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.HeldReferences;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.TestDoor;
import io.gridwhistle.log.web.TestDoor.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told whose new words for the city would leave somebody to nobody. */
class CityRefusalsTest {
    private static final String CITY = """
            {"code": "c", "name": "Drawn City", "timeZone": "UTC", "synthetic": true, "levels": [],
             "districts": [{"code": "west", "name": "West"}], "channels": [],
             "classes": [{"code": "lamp", "name": "lamp", "kind": "component", "acceptance": "automatic"}]}
            """;
    private static final String SQUARE = "{\"type\": \"Polygon\", \"coordinates\": [[[1,1],[2,1],[2,2],[1,2],[1,1]]]}";
    private static final String GRID_SET = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"code": "c", "level": "city"}, "geometry": %1$s},
              {"type": "Feature", "properties": {"code": "west", "level": "district", "parent": "c", "district": "west"},
               "geometry": %1$s}]}
            """.formatted(SQUARE);

    private final HeldReferences held = new HeldReferences();
    private final TestDoor door =
            TestDoor.to(List.of(new CityController(held.references(), new CityFit(held.references()))));

    CityRefusalsTest() {
        hold(ReferenceKind.GRID_SET, GRID_SET);
        hold(ReferenceKind.RESPONSIBILITIES, """
                [{"class": "lamp", "territory": "*", "unit": "lighting", "role": "owner"}]
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            city-without-district | "west"             | "east"
            city-class-of-nobody  | [{"code": "lamp",  | [{"code": "noise", "name": "noise", "kind": "event", "acceptance": "automatic"}, {"code": "lamp",
            city-without-class    | "code": "lamp"     | "code": "noise"
            city-related          | "kind": "component", | "kind": "component", "related": {"metres": 0, "within": "PT2H"},
            """)
    void wordsThatLeaveSomethingToNobody(String name, String right, String wrong) {
        assertThat(CITY).contains(right);
        Answer answer = put(CITY.replace(right, wrong));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        Document.inDocs("refusals.md").holds(name, answer.toMarkdown());
        assertThat(held.references().findActive(ReferenceKind.CITY)).isEmpty();
    }

    @Test
    void wordsThatFitAreTaken() {
        assertThat(put(CITY).status()).isEqualTo(200);
        assertThat(held.references().findActive(ReferenceKind.CITY)).isPresent();
    }

    private Answer put(String city) {
        return door.send("PUT", "/api/v1/city", city.getBytes(StandardCharsets.UTF_8));
    }

    private void hold(ReferenceKind kind, String content) {
        held.put(kind, content.getBytes(StandardCharsets.UTF_8));
    }
}
