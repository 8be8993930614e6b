package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridSetTest {
    /** X lies in a and b; Z is a commercial zone across both districts, M a mall in it. */
    private static final DrawnCity CITY = DrawnCity.of("""
            A A X B Z M D D
            A A X B Z Z D D
            C C C C . E E E
            """, """
            AXBZMCDE city city
            AXBZMC   west district parent=city
            DE       east district parent=city
            AX       a    micro    parent=west
            XBZM     b    micro    parent=west
            C        c    l3       parent=west
            D        d    micro    parent=east
            ZM       zone l1       parent=city mode=override priority=1 lead=task-force
            M        mall l3       parent=zone mode=override priority=5 lead=mall-head building=Asia-Mall
            M        mall-1f micro parent=mall chief=floor-chief        building=Asia-Mall floors=1F
            M        mall-23 micro parent=mall chief=floor-chief        building=Asia-Mall floors=2F,3F
            ZMD      union l1      parent=city mode=co-own priority=1 lead=union classes=consumer-complaint
            """);

    private final GridSet gridSet = CITY.gridSet();

    @Test
    void aPointIsOwnedByTheDeepestOrdinaryCellAroundIt() {
        assertThat(ownerOf(CITY.in('A'))).isEqualTo("a");
        assertThat(ownerOf(CITY.in('B'))).isEqualTo("b");
        assertThat(ownerOf(CITY.in('C'))).isEqualTo("c");
        assertThat(ownerOf(CITY.in('D'))).isEqualTo("d");
    }

    @Test
    void anExclusiveGridDoesNotTakeTheGroundFromTheOrdinaryCellBelowIt() {
        assertThat(ownerOf(CITY.in('M'))).isEqualTo("b");
    }

    @Test
    void groundThatTheCellsBelowLeaveOutIsTheDistricts() {
        assertThat(ownerOf(CITY.in('E'))).isEqualTo("east");
    }

    @Test
    void aPointOnASharedEdgeOrCornerGoesToTheLowestCode() {
        assertThat(ownerOf(CITY.at(3, 0.5))).as("west edge of B, where a ends").isEqualTo("a");
        assertThat(ownerOf(CITY.at(6, 0.5))).as("between M and D").isEqualTo("b");
        assertThat(ownerOf(CITY.at(3.5, 2))).as("B above, C below").isEqualTo("b");
    }

    @Test
    void aPointInAnOverlapGoesToTheLowestCode() {
        assertThat(ownerOf(CITY.in('X'))).isEqualTo("a");
    }

    @Test
    void outsideThereIsNoOwnerButADistance() {
        Point outside = CITY.at(-2, 1);
        assertThat(ownerOf(outside)).isEqualTo("none");
        GridSet.Distance nearest = gridSet.distanceToDistricts(outside);
        assertThat(nearest.district().code()).isEqualTo(new CellCode("west"));
        double twoSquares = 2.0 / 64 * 111_195 * Math.cos(Math.toRadians(outside.lat()));
        assertThat(nearest.metres()).isCloseTo(twoSquares, within(1.0));
        assertThat(gridSet.distanceToDistricts(CITY.in('D')).metres()).isZero();
    }

    /**
     * A vertex of the eastern district is a sixth of a unit beside the western one's side, and so on the lattice it lies on it.
     * Of the long wedge that this leaves between them, less than 0.2 mm wide, some points are on the lattice.
     */
    @Test
    void whatTwoDistrictsLeaveByAHairsBreadthIsTheNearersOne() {
        byte[] hairline = """
                {"type": "FeatureCollection", "features": [
                 {"properties": {"code": "city", "level": "city"}, "geometry": {"type": "Polygon", "coordinates":
                  [[[0.9, 0], [1.3, 0], [1.3, 0.29999999], [1.20000001, 0.29999999], [0.9, 0.29999999], [0.9, 0]]]}},
                 {"properties": {"code": "west", "level": "district", "parent": "city", "district": "west"},
                  "geometry": {"type": "Polygon", "coordinates":
                  [[[0.9, 0], [1, 0], [1.20000001, 0.29999999], [0.9, 0.29999999], [0.9, 0]]]}},
                 {"properties": {"code": "east", "level": "district", "parent": "city", "district": "east"},
                  "geometry": {"type": "Polygon", "coordinates":
                  [[[1, 0], [1.3, 0], [1.3, 0.29999999], [1.20000001, 0.29999999], [1.02000001, 0.03000001], [1, 0]]]}}]}
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(GridSetDraft.read(hairline).findings()).isEmpty();
        GridSet set = GridSet.read(hairline);
        var between = new Point(1.03059461, 0.04589191);
        assertThat(set.locate(between).path())
                .extracting(cell -> cell.code().value())
                .containsExactly("city", "west");
        assertThat(set.findOwner(new Point(1.3000001, 0.1)))
                .as("outside the city")
                .isEmpty();
    }

    @Test
    void ofExclusiveGridsTheHigherPriorityThenTheLowerCodeGoesFirst() {
        assertThat(exclusivesAt('M', "consumer-complaint")).containsExactly("mall", "union", "zone");
        assertThat(exclusivesAt('Z', "consumer-complaint")).containsExactly("union", "zone");
    }

    @Test
    void anExclusiveGridThatNamesClassesOwnsNoOthers() {
        assertThat(exclusivesAt('Z', "litter")).containsExactly("zone");
        assertThat(exclusivesAt('D', "litter")).isEmpty();
        assertThat(exclusivesAt('D', "consumer-complaint")).containsExactly("union");
    }

    @Test
    void aFloorGoesBeforeItsBuildingAndAFloorWithoutCellIsTheBuildings() {
        assertThat(gridSet.findBuilding("Asia-Mall", null)).map(Cell::code).contains(new CellCode("mall"));
        assertThat(gridSet.findBuilding("Asia-Mall", "1F")).map(Cell::code).contains(new CellCode("mall-1f"));
        assertThat(gridSet.findBuilding("Asia-Mall", "3F")).map(Cell::code).contains(new CellCode("mall-23"));
        assertThat(gridSet.findBuilding("Asia-Mall", "9F")).map(Cell::code).contains(new CellCode("mall"));
        assertThat(gridSet.findBuilding("Europe-Mall", null)).isEmpty();
    }

    @Test
    void anExclusiveFloorIsFoundByItsBuildingAlone() {
        var city = DrawnCity.of("AM", """
                AM city   city
                AM west   district parent=city
                M  mall   l1       parent=west building=mall
                A  street l1       parent=west
                M  cinema l2       parent=mall building=mall floors=5 mode=override lead=cinema-head
                """);
        assertThat(city.gridSet().locate(city.in('M')).exclusives()).isEmpty();
        assertThat(city.gridSet().findBuilding("mall", "5")).map(Cell::code).contains(new CellCode("cinema"));
        assertThat(city.gridSet().findBuilding("mall", "1")).map(Cell::code).contains(new CellCode("mall"));
    }

    @Test
    void thePathLeadsFromTheCityDown() {
        Cell floor = gridSet.findCell(new CellCode("mall-1f")).orElseThrow();
        assertThat(gridSet.pathTo(floor))
                .extracting(cell -> cell.code().value())
                .containsExactly("city", "zone", "mall", "mall-1f");
    }

    private String ownerOf(Point point) {
        return gridSet.findOwner(point).map(cell -> cell.code().value()).orElse("none");
    }

    private List<String> exclusivesAt(char letter, String classCode) {
        return gridSet.listExclusives(CITY.in(letter), new ClassCode(classCode)).stream()
                .map(cell -> cell.code().value())
                .toList();
    }
}
