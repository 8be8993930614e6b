package io.gridwhistle.dispatch.routing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.Crossing;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingsTest {
    /**
     * Z and Y are a zone across two districts, I an institute of the city's in one of them, M a market of the district's.
     * S is shared by a and b.
     */
    private static final TestCity CITY = TestCity.of(DrawnCity.of("""
                    A S B
                    I Z Y
                    M . K
                    """, """
                    ASIZMBYK city      city
                    ASIZM     west      district parent=city chief=west-centre
                    SBYK      east      district parent=city chief=east-centre
                    ASIZM     a         micro    parent=west chief=a-chief district=west
                    SBYK      b         micro    parent=east chief=b-chief district=east
                    S         shared    a,b
                    ZY        zone      l1       parent=city mode=override priority=1 lead=task-force
                    I         institute l3       parent=west mode=co-own lead=academy
                    M         market    l3       parent=west mode=co-own lead=traders
                    """), """
            west-centre west district-centre
            east-centre east district-centre
            task-force  city task-force
            academy     city department
            traders     west department
            cleaning    west department
            fire        west department
            lighting    city department
            """, """
            litter             west owner      cleaning
            consumer-complaint west owner      cleaning
            consumer-complaint west owner      fire
            lamp               *    owner      lighting
            lamp               west co-handler cleaning
            """);

    /** The districts that are involved, and what the case crosses. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A | litter             | west       | ''
            B | litter             | east       | ''
            A | consumer-complaint | west       | departments
            A | lamp               | west       | ''
            Z | litter             | west, east | areas, levels
            Y | lamp               | east, west | areas
            S | litter             | west, east | areas
            I | litter             | west       | levels
            I | lamp               | west       | ''
            M | litter             | west       | ''
            M | lamp               | west       | levels
            """)
    void aCaseCrosses(char letter, String classCode, String districts, String crosses) {
        RoutingDecision decision = route(letter, classCode);

        assertThat(decision.districts().stream().map(DistrictCode::value).collect(joining(", ")))
                .isEqualTo(districts);
        assertThat(decision.crosses().stream().map(Crossing::code).collect(joining(", ")))
                .isEqualTo(crosses);
    }

    @Test
    void whoSharesTheGroundCoHandles() {
        assertThat(route('S', "litter").candidates())
                .filteredOn(candidate -> candidate.role() == Role.CO_HANDLER)
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.cell()).isEqualTo(new CellCode("b"));
                    assertThat(candidate.rule()).isEqualTo("shared ground");
                });
    }

    private static RoutingDecision route(char letter, String classCode) {
        Point point = CITY.map().in(letter);
        var place = new ReportedPlace(Crs.WGS84, point.lon(), point.lat(), null, null, null, null);
        return new Router(CITY.tables()).route(place, CITY.caseClass(classCode));
    }
}
