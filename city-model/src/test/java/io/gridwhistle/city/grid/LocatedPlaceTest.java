package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CellCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A street that names no district, in one that does, and a zone across it. */
class LocatedPlaceTest {
    private static final DrawnCity DRAWN = DrawnCity.of("AXB", """
            AXB city  city
            AX west   district parent=city
            B  east   district parent=city
            A  street l1       parent=west
            B  lane   l1       parent=east building=mall
            X  outside enclave
            """);
    private static final GridSet GRID_SET = DRAWN.gridSet();
    private static final City CITY = CityReferences.city("""
            {"code": "city", "name": "Drawn City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
             "districts": [{"code": "west", "name": "West"}], "channels": [], "classes": []}
            """.getBytes(StandardCharsets.UTF_8));

    @Test
    void itsDistrictIsThatOfTheNextCellUpThatNamesOne() {
        Point inStreet = DRAWN.in('A');
        assertThat(district(new ReportedPlace(Crs.WGS84, inStreet.lon(), inStreet.lat(), null, null, null, null)))
                .isEqualTo("west");
        assertThat(district(new ReportedPlace(null, null, null, null, null, null, new CellCode("street"))))
                .isEqualTo("west");
        assertThat(district(new ReportedPlace(null, null, null, null, "mall", "3", null)))
                .isEqualTo("east");
    }

    @Test
    void whatIsDeclaredAsOutsideIsRefusedByName() {
        Point inside = DRAWN.in('X');
        var located = new LocatedPlace(
                new ReportedPlace(Crs.WGS84, inside.lon(), inside.lat(), null, null, null, null), CITY, GRID_SET);
        assertThat(located.faults())
                .extracting(LocatedPlace.Fault::detail)
                .containsExactly("lies in 'enclave', which is declared as outside of Drawn City");
    }

    /** Its middle lies beyond, or in the enclave. */
    @Test
    void anExclusiveGridThatReachesOutOfTheCityIsWhereItIsTheCitys() {
        GridSet gridSet = DrawnCity.of("AZXYYYY", """
                AZX city   city
                AZX west   district parent=city
                AZ  street l1       parent=west
                ZXY zone   l1       parent=city mode=override lead=task-force
                X   outside enclave
                """).gridSet();
        var zone = new ReportedPlace(null, null, null, null, null, null, new CellCode("zone"));
        assertThat(new LocatedPlace(zone, CITY, gridSet).findDistrict()).hasToString("Optional[west]");
    }

    private static String district(ReportedPlace place) {
        var located = new LocatedPlace(place, CITY, GRID_SET);
        assertThat(located.faults()).isEmpty();
        return located.findDistrict().orElseThrow().value();
    }
}
