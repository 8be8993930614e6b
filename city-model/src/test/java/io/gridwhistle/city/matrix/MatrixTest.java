package io.gridwhistle.city.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Responsibility;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.id.UnitCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
    /** Nobody sits in the east; Z is a zone that has all of d and some of b. */
    private static final GridSet GRID_SET = GridSet.read(DrawnCity.of("""
            A B Z D E
            A B Z D E
            """, """
            ABZDE city city
            ABZ   west district parent=city
            DE    east district parent=city
            A     a    l1       parent=west chief=a-chief
            BZ    b    l1       parent=west chief=b-chief
            D     d    l1       parent=east
            E     e    l1       parent=east
            ZD    zone l1       parent=city mode=override lead=task-force classes=litter,lamp
            """).geoJson());

    private static final City CITY = CityReferences.city(utf8("""
            {"code": "city", "name": "Drawn City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
             "districts": [], "channels": [],
             "classes": [{"code": "lamp", "name": "", "kind": "component", "acceptance": "automatic"},
                         {"code": "litter", "name": "", "kind": "event", "acceptance": "automatic"},
                         {"code": "noise", "name": "", "kind": "event", "acceptance": "automatic"}]}
            """));
    private static final Units UNITS = CityReferences.units(utf8("""
            [{"code": "lighting", "name": "", "district": "city", "kind": "department"},
             {"code": "cleaning", "name": "", "district": "city", "kind": "department"}]
            """));

    /** Owners' lines {@code class territory}, and who has nobody where. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * *                              | none
            lamp *, * east                   | none
            lamp *, litter east, noise east  | none
            lamp *, noise *                  | litter: 'e'
            lamp *                           | litter: 'e', noise: 'east'
            lamp west, * e, noise d          | lamp: 'd'
            lamp west, * e, noise d, lamp zone | none
            lamp a, lamp zone, * e, noise d  | lamp: 'b'
            litter east, noise east          | lamp: 'city'
            """)
    void aClassThatHasNobodySomewhereIsFoundThere(String lines, String holes) {
        List<Responsibility> matrix = Arrays.stream(lines.split(", "))
                .map(line -> line(line + " owner lighting"))
                .toList();
        assertThat(none(Holes.find(matrix, CITY, GRID_SET).stream()
                        .map(it -> it.detail().replaceFirst("class '(.*)' has .* in (.*); .*", "$1: $2"))
                        .toList()))
                .isEqualTo(holes);
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(Holes.find(List.of(), CITY, GRID_SET))
                .extracting(MatrixFinding::detail)
                .containsExactly(
                        "class 'lamp' has no owner in 'city'; a line for it, or for '*', there or in a cell above is needed",
                        "class 'litter' has neither an owner nor a filled post in 'e'; a line, or a chief, there or above is needed",
                        "class 'noise' has neither an owner nor a filled post in 'east'; a line, or a chief, there or above is needed");
    }

    @Test
    void aHelperIsNoOwner() {
        assertThat(Holes.find(
                        List.of(
                                line("lamp * co-handler lighting"),
                                line("litter * owner cleaning"),
                                line("noise * owner cleaning")),
                        CITY,
                        GRID_SET))
                .hasSize(1);
    }

    @Test
    void aLineForACellThatIsGoneHoldsNowhere() {
        var matrix = List.of(
                line("lamp * owner lighting"), line("litter north owner cleaning"), line("lamp west owner lighting"));
        List<String> cells =
                GRID_SET.listCells().stream().map(it -> it.code().value()).toList();
        assertThat(Lines.listIdle(matrix, cells::contains))
                .containsExactly(new MatrixFinding(
                        "/1/territory",
                        "line /1 gives litter in 'north' to 'cleaning', and these boundaries have no such cell"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lamp west owner lighting      | none
            * * supervisor cleaning       | none
            tram west owner lighting      | /0/class
            lamp north owner lighting     | /0/territory
            lamp A/B owner lighting       | /0/territory
            lamp west owner painting      | /0/unit
            tram north owner painting     | /0/class /0/territory /0/unit
            lamp * owner lighting, lamp * owner cleaning  | none
            lamp * owner lighting, lamp * supervisor lighting, lamp * owner lighting | /2
            """)
    void aLineThatNamesWhatIsNotThereIsFoundAtItsField(String lines, String pointers) {
        List<Responsibility> matrix =
                Arrays.stream(lines.split(", ")).map(MatrixTest::line).toList();
        List<String> cells =
                GRID_SET.listCells().stream().map(it -> it.code().value()).toList();
        assertThat(none(Lines.check(matrix, CITY, UNITS, cells::contains).stream()
                                .map(MatrixFinding::pointer)
                                .toList())
                        .replace(", ", " "))
                .isEqualTo(pointers);
    }

    private static String none(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static Responsibility line(String line) {
        String[] words = line.split(" ");
        return new Responsibility(
                words[0],
                words[1],
                new UnitCode(words[3]),
                Responsibility.Duty.valueOf(words[2].toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
