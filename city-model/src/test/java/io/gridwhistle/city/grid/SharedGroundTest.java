package io.gridwhistle.city.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.geo.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Maps on which districts share ground, and borders beside it. */
class SharedGroundTest {
    /** Squares of one district each, and squares of whom chance says. */
    private static final String LETTERS = "ABCWXYZ";

    private static final List<String> DISTRICTS = List.of("a", "b", "c");

    private final List<String> rows = new ArrayList<>();
    /** By letter: whose ground it is, who leads there first. */
    private final Map<Character, List<String>> sharers = new LinkedHashMap<>();

    @Test
    void whoSharesGroundMayShareABorderBesideIt() {
        var city = DrawnCity.of("""
                AXB
                AAB
                """, """
                AXB city city
                AX  a    district parent=city
                XB  b    district parent=city
                X   shared b,a
                """);
        assertThat(GridSetDraft.read(city.geoJson()).findings()).isEmpty();
        assertThat(city.gridSet().findOwner(city.in('X')).map(Cell::code)).hasToString("Optional[b]");
    }

    @RepeatedTest(300)
    void whateverIsSharedIsTheLeadersAndEveryPointIsSomebodys(RepetitionInfo seed) {
        DrawnCity city = draw(new Random(seed.getCurrentRepetition()));
        assertThat(GridSetDraft.read(city.geoJson()).findings()).isEmpty();
        GridSet gridSet = city.gridSet();
        for (int south = 0; south <= rows.size(); south++) {
            for (int east = 0; east <= rows.getFirst().length(); east++) {
                check(gridSet, city.at(east, south), letters(east - 1, east, south - 1, south));
                check(gridSet, city.at(east + 0.5, south), letters(east, east, south - 1, south));
                check(gridSet, city.at(east, south + 0.5), letters(east - 1, east, south, south));
                check(gridSet, city.at(east + 0.5, south + 0.5), letters(east, east, south, south));
            }
        }
    }

    private DrawnCity draw(Random random) {
        int width = 2 + random.nextInt(4);
        for (int row = 2 + random.nextInt(3); row > 0; row--) {
            rows.add(random.ints(width, 0, LETTERS.length())
                    .mapToObj(i -> LETTERS.substring(i, i + 1))
                    .collect(Collectors.joining()));
        }
        // So that there is something of each.
        rows.add("ABC".substring(0, 2) + "C".repeat(width - 2));
        rows.add("C".repeat(width));
        for (char letter : LETTERS.toCharArray()) {
            var whose = new ArrayList<>(DISTRICTS);
            Collections.shuffle(whose, random);
            sharers.put(
                    letter,
                    letter < 'W'
                            ? List.of(String.valueOf(letter).toLowerCase())
                            : List.copyOf(whose.subList(0, 2 + random.nextInt(2))));
        }
        var cells = new StringBuilder(LETTERS + " city city\n");
        for (String district : DISTRICTS) {
            String letters = sharers.keySet().stream()
                    .filter(letter -> sharersOf(letter).contains(district))
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            cells.append("%s %s district parent=city\n".formatted(letters, district));
        }
        String map = String.join("\n", rows);
        sharers.forEach((letter, whose) -> {
            if (whose.size() > 1 && map.indexOf(letter) >= 0) {
                cells.append("%s shared %s\n".formatted(letter, String.join(",", whose)));
            }
        });
        return DrawnCity.of(map, cells.toString());
    }

    private List<String> sharersOf(char letter) {
        return sharers.getOrDefault(letter, List.of());
    }

    private List<Character> letters(int west, int east, int north, int south) {
        var letters = new ArrayList<Character>();
        for (int row = Math.max(north, 0); row <= Math.min(south, rows.size() - 1); row++) {
            for (int column = Math.max(west, 0);
                    column <= Math.min(east, rows.getFirst().length() - 1);
                    column++) {
                letters.add(rows.get(row).charAt(column));
            }
        }
        return letters;
    }

    /** Around it are these squares: of those who lead there the one with the lowest code owns it, all others there share it. */
    private void check(GridSet gridSet, Point at, List<Character> around) {
        GridSet.Spot spot = gridSet.locate(at);
        List<String> leaders =
                around.stream().map(it -> sharersOf(it).getFirst()).sorted().toList();
        List<String> owners = spot.owner().map(it -> it.code().value()).stream().toList();
        assertThat(owners)
                .as("%s on %s, %s", at, rows, sharers)
                .isEqualTo(leaders.stream().limit(1).toList());
        List<String> others = around.stream()
                .filter(letter -> sharersOf(letter).size() > 1)
                .flatMap(letter -> sharersOf(letter).stream())
                .filter(code -> !owners.contains(code))
                .distinct()
                .toList();
        assertThat(spot.sharers())
                .extracting(it -> it.code().value())
                .as("%s on %s, %s", at, rows, sharers)
                .containsExactlyInAnyOrderElementsOf(others);
    }
}
