package io.gridwhistle.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;

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
}
