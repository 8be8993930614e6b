package io.gridwhistle.dispatch.routing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gridwhistle.city.geo.Coordinates;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.RoutingDecision.Candidate;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    /**
     * M, Z and Y are a commercial zone across two districts, M a mall in it; C is an institute that co-owns; R an arcade
     * that leads for complaints alone. Nobody sits in the block and in cell c.
     */
    private static final TestCity CITY = TestCity.of(DrawnCity.of("""
                    A A B M Y D
                    A R B Z Y D
                    A A C C Y D
                    """, """
                    ARBCMZYD city      city
                    ARBCMZ   west      district parent=city      chief=west-centre  district=west
                    YD       east      district parent=city      chief=east-centre  district=east
                    ARBCMZ   street    l1       parent=west      chief=street-office leader=street-leader
                    ARBCMZ   community l2       parent=street    chief=secretary
                    ARBCMZ   block     l3       parent=community
                    AR       a         micro    parent=block     chief=a-chief
                    BMZ      b         micro    parent=block     chief=b-chief
                    C        c         micro    parent=block
                    YD       d         micro    parent=east      chief=d-chief
                    MZY      zone      l1       parent=city      mode=override priority=1 lead=task-force
                    M        mall      l3       parent=zone      mode=override priority=2 chief=mall-head building=Mall
                    M        mall-1f   micro    parent=mall      chief=floor-chief                        building=Mall floors=1F
                    C        institute l3       parent=community mode=co-own   priority=1 chief=dean      building=Institute
                    R        arcade    micro    parent=block     mode=override priority=1 chief=arcade-head building=Arcade classes=consumer-complaint
                    """), """
            west-centre   west district-centre
            east-centre   east district-centre
            street-office west street
            task-force    city task-force
            cleaning      west department
            lighting      city department
            inspection    city department
            """, """
            litter * owner      cleaning
            lamp   * owner      lighting
            lamp   * co-handler cleaning
            lamp   * supervisor inspection
            """);

    private static final Router ROUTER = new Router(CITY.tables());

    /** Leads in the order they are asked, vacant posts in brackets, then {@code +} helpers and {@code !} supervisors. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A | litter | a-chief > cleaning > (block) > secretary > street-office > west-centre > (city)
            A | lamp   | lighting > a-chief > (block) > secretary > street-office > west-centre > (city) + cleaning ! inspection
            D | litter | d-chief > cleaning > east-centre > (city)
            C | litter | (c) > (block) > secretary > cleaning > street-office > west-centre > (city) + dean
            Z | litter | task-force > cleaning > west-centre > (city)
            Y | litter | task-force > cleaning > east-centre > (city)
            M | litter | mall-head > cleaning > task-force > west-centre > (city)
            M | lamp   | lighting > mall-head > task-force > west-centre > (city) + cleaning ! inspection
            R | litter | a-chief > cleaning > (block) > secretary > street-office > west-centre > (city)
            R | consumer-complaint | arcade-head > west-centre > (city)
            """)
    void aPointIsAskedOf(char letter, String classCode, String asked) {
        assertThat(askedOf(route(at(CITY.map().in(letter)), classCode))).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mall 1F   | litter | floor-chief > cleaning > mall-head > task-force > west-centre > (city)
            Mall 9F   | litter | mall-head > cleaning > task-force > west-centre > (city)
            Institute | litter | (c) > (block) > secretary > cleaning > street-office > west-centre > (city) + dean
            Arcade    | litter | a-chief > cleaning > (block) > secretary > street-office > west-centre > (city)
            Arcade    | consumer-complaint | arcade-head > west-centre > (city)
            """)
    void aBuildingIsAskedOfWhoeverItsGroundWouldBe(String building, String classCode, String asked) {
        assertThat(askedOf(route(in(building, null), classCode))).isEqualTo(asked);
    }

    @Test
    void whoNamesTheFloorKnowsBetterThanHisTelephone() {
        RoutingDecision named = route(in("Mall 1F", null), "litter");
        RoutingDecision alsoLocated = route(in("Mall 1F", CITY.map().in('D')), "litter");

        assertThat(askedOf(alsoLocated)).isEqualTo(askedOf(named));
        assertThat(alsoLocated.district()).isEqualTo(new DistrictCode("west"));
        assertThat(alsoLocated.exclusives()).isEqualTo(named.exclusives());
    }

    @Test
    void aBuildingThatNobodyKnowsLeavesThePoint() {
        assertThat(route(in("Elsewhere", CITY.map().in('D')), "litter").path()).endsWith(new CellCode("d"));
    }

    @Test
    void aCellIsAPlaceToo() {
        var place = new ReportedPlace(null, null, null, null, null, null, new CellCode("a"));
        assertThat(askedOf(route(place, "litter"))).startsWith("a-chief > cleaning");
    }

    /** What stands on every order is written once; and no word of a reporter's stands on any. */
    @Test
    void aDecisionIsToldAsItIsUnlessSomebodyWroteWords() {
        Point point = CITY.map().in('R');
        for (var place : List.of(at(point), in("Arcade", null), in("Arcade", point))) {
            RoutingDecision decision = route(place, "litter");
            assertThat(decision.inOwnWords()).isSameAs(decision);
        }
        var written =
                new ReportedPlace(Crs.WGS84, point.lon(), point.lat(), "behind my house", "my house", "attic", null);
        assertThat(route(written, "litter").inOwnWords().place()).isEqualTo(at(point));
    }

    @Test
    void aPointFromAmapIsNormalisedBeforeItIsLookedUp() {
        Point wgs = CITY.map().in('A');
        Point amap = Coordinates.fromWgs84(Crs.GCJ02, wgs.lon(), wgs.lat());
        var place = new ReportedPlace(Crs.GCJ02, amap.lon(), amap.lat(), null, null, null, null);

        RoutingDecision decision = route(place, "litter");

        assertThat(decision.place()).as("as it was reported").isEqualTo(place);
        assertThat(decision.lon()).isCloseTo(wgs.lon(), within(1e-7));
        assertThat(decision.lat()).isCloseTo(wgs.lat(), within(1e-7));
        assertThat(decision.path()).endsWith(new CellCode("a"));
    }

    @Test
    void outsideEverythingTheOwnerIsLeftOrNobody() {
        ReportedPlace outside = at(CITY.map().at(-3, -3));
        assertThat(askedOf(route(outside, "litter"))).isEqualTo("cleaning");
        RoutingDecision nobody = route(outside, "consumer-complaint");
        assertThat(nobody.candidates()).isEmpty();
        assertThat(nobody.ladder()).isEmpty();
        assertThat(nobody.rule()).isEqualTo("unassigned");
    }

    @Test
    void theDecisionSaysWhy() {
        RoutingDecision decision = route(at(CITY.map().in('C')), "litter");

        assertThat(decision.gridSet()).isEqualTo("v1");
        assertThat(decision.district()).isEqualTo(new DistrictCode("west"));
        assertThat(decision.path())
                .extracting(CellCode::value)
                .containsExactly("city", "west", "street", "community", "block", "c");
        assertThat(decision.exclusives()).extracting(CellCode::value).containsExactly("institute");
        assertThat(decision.rule()).isEqualTo("territory l2");
        assertThat(decision.candidates())
                .extracting(Candidate::rule)
                .containsExactly(
                        "territory micro, vacant",
                        "territory l3, vacant",
                        "territory l2",
                        "responsibility owner",
                        "territory l1",
                        "territory district",
                        "territory city, vacant",
                        "co-owning exclusive grid");
    }

    /** Each rung with its level, who sits there, and at whose desk he is reached. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A | litter | micro a-chief@street-office, l3 vacant, l2 secretary@street-office, l1 street-office@street-office, \
            leader street-leader@west-centre, district west-centre@west-centre, city vacant
            M | litter | l3 mall-head@task-force, l1 task-force@task-force, district west-centre@west-centre, city vacant
            R | consumer-complaint | micro arcade-head@street-office, district west-centre@west-centre, city vacant
            """)
    void theLadderLeadsFromTheInnermostPostToTheCity(char letter, String classCode, String ladder) {
        assertThat(ladderOf(route(at(CITY.map().in(letter)), classCode))).isEqualTo(ladder);
    }

    @Test
    void noRungStandsTwiceForABuildingUnderAnOrdinaryCell() {
        assertThat(ladderOf(route(in("Arcade", null), "consumer-complaint")))
                .isEqualTo(ladderOf(route(at(CITY.map().in('R')), "consumer-complaint")));
    }

    private static RoutingDecision route(ReportedPlace place, String classCode) {
        return ROUTER.route(place, CITY.caseClass(classCode));
    }

    private static ReportedPlace at(Point point) {
        return new ReportedPlace(Crs.WGS84, point.lon(), point.lat(), null, null, null, null);
    }

    private static ReportedPlace in(String buildingAndFloor, @Nullable Point point) {
        String[] words = buildingAndFloor.split(" ");
        return new ReportedPlace(
                point == null ? null : Crs.WGS84,
                point == null ? null : point.lon(),
                point == null ? null : point.lat(),
                null,
                words[0],
                words.length < 2 ? null : words[1],
                null);
    }

    private static String askedOf(RoutingDecision decision) {
        var text = new StringBuilder();
        for (Candidate candidate : decision.candidates()) {
            String sign = candidate.role() == Role.LEAD ? " > " : candidate.role() == Role.CO_HANDLER ? " + " : " ! ";
            Addressee addressee = candidate.addressee();
            text.append(text.isEmpty() ? "" : sign)
                    .append(addressee == null ? "(%s)".formatted(candidate.cell()) : addressee.unit());
        }
        return text.toString();
    }

    private static String ladderOf(RoutingDecision decision) {
        return decision.ladder().stream()
                .map(step -> {
                    Addressee there = step.addressee();
                    return step.level() + " " + (there == null ? "vacant" : there.unit() + "@" + there.desk());
                })
                .collect(joining(", "));
    }
}
