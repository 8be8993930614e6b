package io.gridwhistle.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSetDraft;
import io.gridwhistle.city.grid.GridSetFinding;
import io.gridwhistle.city.matrix.Holes;
import io.gridwhistle.city.matrix.Lines;
import io.gridwhistle.events.id.CellCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The demo city leaves no place to nobody; spoiled in any of these ways, it is told where and how. */
class DemoProofTest {
    private static final long SEED = 20_260_601;

    private static ObjectNode set;
    private static byte[] whole;
    private static byte[] matrix;
    private static City city;
    private static Units units;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        DemoCity.writeTo(folder);
        set = MutableSet.read(folder);
        whole = Files.readAllBytes(folder.resolve("grid-set.geojson"));
        matrix = Files.readAllBytes(folder.resolve("responsibilities.json"));
        city = CityReferences.city(Files.readAllBytes(folder.resolve("city.json")));
        units = CityReferences.units(Files.readAllBytes(folder.resolve("units.json")));
    }

    @Test
    void theCityIsProven() {
        assertThat(findings(whole)).isEmpty();
        var lines = CityReferences.listResponsibilities(matrix);
        GridSet gridSet = GridSet.read(whole);
        assertThat(Lines.check(
                        lines,
                        city,
                        units,
                        code -> gridSet.findCell(new CellCode(code)).isPresent()))
                .isEmpty();
        assertThat(Holes.find(lines, city, gridSet)).isEmpty();
    }

    static Stream<Mutation> mutations() {
        return Mutation.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void whateverIsSpoiledIsFoundAndNamed(Mutation mutation) {
        MutableSet spoiled = MutableSet.of(set, SEED + mutation.name().hashCode());
        CellCode cell = new CellCode(mutation.spoil().apply(spoiled));
        List<GridSetFinding> findings = findings(spoiled.geoJson());
        assertThat(findings).as("%s, at %s", mutation.name(), cell).anySatisfy(found -> {
            assertThat(mutation.kinds()).contains(found.kind().code());
            assertThat(found.cells()).contains(cell);
            assertThat(found.detail()).isNotBlank();
        });
    }

    @Test
    void thereAreThirtyWaysOrMore() {
        assertThat(Mutation.ALL.stream().map(Mutation::name).distinct()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static List<GridSetFinding> findings(byte[] geoJson) {
        GridSetDraft draft = GridSetDraft.read(geoJson);
        var all = new ArrayList<>(draft.findings());
        all.addAll(draft.check(city, units));
        return all;
    }
}
