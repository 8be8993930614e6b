package io.gridwhistle.events.id;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridwhistle.events.Json;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdShapesTest {
    /** Mostly of the usual ones; of the others some are only near to ASCII. */
    private static final String CHARACTERS = "abcxyz0123459".repeat(9) + "AZ._-!~ \u00e4\uff10";

    private static final int[] LENGTHS = {0, 0, 1, 2, 26, 36, 37, 62, 63, 94, 95, 96, 174, 200, 201};
    private static final String[] TAILS = {"", "-1", "-10000", "-100000", "-0", "-", "\n"};

    static Set<Class<?>> ids() {
        return IdShapes.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_id_of_another_shape_is_refused_with_the_shape_it_should_have(Class<?> id) {
        assertThatThrownBy(() -> Json.MAPPER.readValue("\"not an id\"", id))
                .hasMessageContaining("'not an id' does not match " + IdShapes.ALL.get(id));
    }

    /** The loop and the regular expression, on texts that nearly fit. */
    @ParameterizedTest
    @MethodSource("ids")
    void what_fits_is_what_the_pattern_says(Class<?> id) {
        Pattern pattern = Pattern.compile(IdShapes.find(id).orElseThrow());
        Shape shape = new Shape(pattern.pattern());
        var random = new Random(pattern.pattern().hashCode());
        int fitting = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(LENGTHS[random.nextInt(LENGTHS.length)], 0, CHARACTERS.length())
                    .mapToObj(CHARACTERS::charAt)
                    .map(String::valueOf)
                    .collect(joining(
                            "",
                            random.nextBoolean() ? "0123456789abcdefghijklmnop" : "",
                            TAILS[random.nextInt(TAILS.length)]));
            fitting += pattern.matcher(text).matches() ? 1 : 0;
            assertThat(shape.matches(text))
                    .as(text)
                    .isEqualTo(pattern.matcher(text).matches());
        }
        assertThat(fitting).isBetween(100, 19_900);
    }
}
