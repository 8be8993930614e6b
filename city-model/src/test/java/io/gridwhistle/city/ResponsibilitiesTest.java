package io.gridwhistle.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.Responsibility.Duty;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.UnitCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsibilitiesTest {
    private static final Responsibilities MATRIX = matrix("""
            lamp *        owner      city-lighting
            lamp erqi     owner      erqi-lighting
            lamp erqi-01  owner      street-lighting
            *    *        owner      city-desk
            *    erqi     owner      erqi-desk
            *    erqi     co-handler erqi-helper
            gas  *        owner      gas-north
            gas  *        owner      gas-south
            gas  *        supervisor safety-board
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            lamp | city erqi erqi-01 erqi-01-02 | owner      | street-lighting
            lamp | city erqi erqi-02            | owner      | erqi-lighting
            lamp | city jinshui                 | owner      | city-lighting
            gas  | city erqi erqi-01            | owner      | gas-north gas-south
            bin  | city erqi erqi-01            | owner      | erqi-desk
            bin  | city jinshui                 | owner      | city-desk
            lamp | city erqi                    | co-handler | erqi-helper
            gas  | city erqi                    | supervisor | safety-board
            lamp | city jinshui                 | supervisor | ""
            bin  | ""                           | owner      | city-desk
            """)
    void theMostSpecificLineWinsTheClassBeforeTheCell(String classCode, String path, String duty, String units) {
        var cells = Arrays.stream(path.split(" "))
                .filter(code -> !code.isEmpty())
                .map(CellCode::new)
                .toList();
        assertThat(MATRIX.list(new ClassCode(classCode), cells, duty(duty)).stream()
                        .map(UnitCode::value)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(units);
    }

    @Test
    void withoutMatrixNobodyOwnsAnything() {
        assertThat(new Responsibilities(List.of()).list(new ClassCode("lamp"), List.of(), Duty.OWNER))
                .isEmpty();
    }

    private static Responsibilities matrix(String table) {
        return new Responsibilities(table.lines()
                .map(line -> line.split(" +"))
                .map(line -> new Responsibility(line[0], line[1], new UnitCode(line[3]), duty(line[2])))
                .toList());
    }

    private static Duty duty(String code) {
        return Duty.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
