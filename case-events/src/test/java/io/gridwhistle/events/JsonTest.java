package io.gridwhistle.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridwhistle.events.RoutingDecision.Named;
import io.gridwhistle.events.id.ClassCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;

class JsonTest {
    record Note(String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud83d", "\\ude00b"})
    void a_text_that_could_not_be_written_on_is_refused_with_its_field(String text) {
        assertThatThrownBy(() -> Json.MAPPER.readValue("{\"text\": \"%s\"}".formatted(text), Note.class))
                .isInstanceOfSatisfying(
                        DatabindException.class,
                        e -> assertThat(e.getPath())
                                .singleElement()
                                .extracting(DatabindException.Reference::getPropertyName)
                                .isEqualTo("text"))
                .hasMessageContaining("surrogate");
    }

    @Test
    void every_other_text_is_taken() {
        assertThat(Json.MAPPER.readValue("{\"text\": \"甲\\n\\ud83d\\ude00\"}", Note.class))
                .isEqualTo(new Note("甲\n😀"));
    }

    @Test
    void a_decision_reads_the_same_however_often_and_whereto_it_is_written() {
        var other = new RoutingDecision(
                "another",
                SampleRouting.DECISION.at(),
                SampleRouting.PLACE,
                new ClassCode("litter"),
                null,
                null,
                new Named("asia-mall", "3", 113.66702, 34.75611),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "none");

        for (RoutingDecision decision :
                List.of(SampleRouting.DECISION, SampleRouting.DECISION, other, SampleRouting.DECISION)) {
            String written = Json.PLAIN.writeValueAsString(decision);
            assertThat(new String(Json.MAPPER.writeValueAsBytes(Map.of("is", decision)), UTF_8))
                    .isEqualTo("{\"is\":%s}", written);
            assertThat(Json.MAPPER.writeValueAsString(decision)).isEqualTo(written);
            assertThat(Json.MAPPER.<JsonNode>valueToTree(decision)).isEqualTo(Json.MAPPER.readTree(written));
            assertThat(Json.STATES.readValue(Json.STATES.writeValueAsBytes(decision), RoutingDecision.class))
                    .isEqualTo(decision);
        }
    }

    @Test
    void a_number_is_no_word() {
        assertThatThrownBy(() -> Json.READER.readValue("2", Severity.class)).isInstanceOf(DatabindException.class);
    }
}
