package io.gridwhistle.events.id;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gridwhistle.events.Json;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdShapesTest {

    static Set<Class<?>> ids() {
        return IdShapes.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_id_of_another_shape_is_refused_with_the_shape_it_should_have(Class<?> id) {
        assertThatThrownBy(() -> Json.MAPPER.readValue("\"not an id\"", id))
                .hasMessageContaining("'not an id' does not match " + IdShapes.ALL.get(id));
    }
}
