package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.geo.Point;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On squared paper, corners as {@code x,y}: what is asked of each of many cells must not cost the whole city each time. */
class ManyNeighboursTest {
    private static final int MANY = 40;
    private static final double SIDE = 1 / 1024.0;

    private final List<String> features = new ArrayList<>();

    @Test
    void whatTwoShareInManyPiecesIsTheLeadersInEachOfThem() {
        var comb = new ArrayList<>(List.of(corner(2, 2 * MANY), corner(1, 2 * MANY)));
        for (int i = MANY - 1; i >= 0; i--) {
            comb.addAll(List.of(corner(1, 2 * i + 1), corner(0.5, 2 * i + 1), corner(0.5, 2 * i), corner(1, 2 * i)));
            add("'declares':'shared','cells':['b','a']", box(0.5, 2 * i, 0.5, 1));
        }
        comb.add(corner(2, 0));
        city(box(0, 0, 2, 2 * MANY));
        district("a", box(0, 0, 1, 2 * MANY));
        district("b", comb);
        assertThat(findings()).isEmpty();
        GridSet gridSet = GridSet.read(geoJson());
        for (int i = 0; i < MANY; i++) {
            assertThat(owner(gridSet, 0.75, 2 * i + 0.5)).isEqualTo("b");
            assertThat(owner(gridSet, 0.75, 2 * i + 1.5)).isEqualTo("a");
        }
    }

    /** Two squares wide, from the south west to the north east. */
    @Test
    void aRiverWithManyCornersIsOutsideAndItsBanksAreTheCells() {
        var river = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            for (int step = 0; step < 20; step++) {
                river.add(corner(i + step / 20.0, i));
            }
            for (int step = 0; step < 20; step++) {
                river.add(corner(i + 1, i + step / 20.0));
            }
        }
        river.add(corner(MANY, MANY));
        for (int i = MANY; i > 1; i--) {
            river.addAll(List.of(corner(i - 2, i), corner(i - 2, i - 1)));
        }
        city(box(0, 0, MANY, MANY));
        district("west", box(0, 0, MANY, MANY));
        add("'declares':'outside','name':'river'", river);
        forEachSquare((x, y) -> {
            if (x != y && x != y - 1) {
                cell(x + "-" + y, box(x, y, 1, 1));
            }
        });
        assertThat(findings()).isEmpty();
        GridSet gridSet = GridSet.read(geoJson());
        forEachSquare((x, y) ->
                assertThat(owner(gridSet, x + 0.5, y + 0.5)).isEqualTo(x == y || x == y - 1 ? "none" : x + "-" + y));
    }

    @Test
    void aBuildingLeftOutOfEachCellIsAGapInThatOne() {
        int wide = MANY / 2;
        city(box(0, 0, wide, wide));
        district("west", box(0, 0, wide, wide));
        IntStream.range(0, wide * wide).forEach(i -> {
            List<String> hole = box(i % wide + 0.25, i / wide + 0.25, 0.5, 0.5);
            features.add(feature(
                    "'code':'c%d','level':'l1','parent':'west'".formatted(i),
                    ring(box(i % wide, i / wide, 1, 1)) + "," + ring(hole.reversed())));
        });
        assertThat(findings())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, wide * wide)
                        .mapToObj(i -> "gap [west, c%d]".formatted(i))
                        .toList());
    }

    /** Its northern and its southern border have teeth of their own; cells keep to the straight line between. */
    @Test
    void whatReachesOutOfALongBorderIsFound() {
        int teeth = 1_000;
        var border = new ArrayList<String>();
        IntStream.range(0, teeth).forEach(i -> border.add(corner(MANY * i / (double) teeth, i % 2 * -0.0001)));
        border.addAll(List.of(corner(MANY, 0), corner(MANY, 1)));
        IntStream.range(1, teeth)
                .forEach(i -> border.add(corner(MANY - MANY * i / (double) teeth, 1 + i % 2 * 0.0001)));
        border.add(corner(0, 1));
        city(border);
        district("west", border);
        for (int x = 0; x < MANY; x++) {
            cell("c" + x, box(x, x == 7 ? -0.1 : 0, 1, x == 7 ? 1.1 : 1));
        }
        assertThat(findings()).filteredOn(it -> !it.startsWith("gap")).containsExactly("outside [c7, west]");
    }

    private interface Square {
        void at(int x, int y);
    }

    private static void forEachSquare(Square visitor) {
        IntStream.range(0, MANY * MANY).forEach(i -> visitor.at(i % MANY, i / MANY));
    }

    private void city(List<String> corners) {
        add("'code':'city','level':'city'", corners);
    }

    private void district(String code, List<String> corners) {
        add("'code':'%s','level':'district','parent':'city','district':'%s'".formatted(code, code), corners);
    }

    private void cell(String code, List<String> corners) {
        add("'code':'%s','level':'l1','parent':'west'".formatted(code), corners);
    }

    private void add(String properties, List<String> corners) {
        features.add(feature(properties, ring(corners)));
    }

    private static String feature(String properties, String rings) {
        return "{'type':'Feature','properties':{%s},'geometry':{'type':'Polygon','coordinates':[%s]}}"
                .formatted(properties, rings);
    }

    private static String ring(List<String> corners) {
        return corners.stream().collect(Collectors.joining(",", "[", "," + corners.getFirst() + "]"));
    }

    private static List<String> box(double west, double south, double wide, double high) {
        return List.of(
                corner(west, south),
                corner(west + wide, south),
                corner(west + wide, south + high),
                corner(west, south + high));
    }

    private static String corner(double x, double y) {
        return "[%s,%s]".formatted(113 + x * SIDE, 34 + y * SIDE);
    }

    private byte[] geoJson() {
        return "{'type':'FeatureCollection','features':[%s]}"
                .formatted(String.join(",", features))
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> findings() {
        return GridSetDraft.read(geoJson()).findings().stream()
                .map(it -> it.kind().code() + " " + it.cells())
                .toList();
    }

    private static String owner(GridSet gridSet, double x, double y) {
        return gridSet.findOwner(new Point(113 + x * SIDE, 34 + y * SIDE))
                .map(it -> it.code().value())
                .orElse("none");
    }
}
