package io.gridwhistle.city.plane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for who holds a point, while an index is built: the area's where it holds it alone, the next one for nobody, and
 * from there on those of an area, or nobody, with zones.
 */
final class Answering {
    /** {@code zones} are numbered from 0. */
    record Answer(int owner, List<Integer> zones) {}

    private final int areas;
    private final List<Answer> answers = new ArrayList<>();
    private final Map<Answer, Integer> known = new HashMap<>();

    Answering(int areas) {
        this.areas = areas;
        for (int area = 0; area < areas; area++) {
            answers.add(new Answer(area, List.of()));
        }
        answers.add(new Answer(PlaneIndex.NOBODY, List.of()));
    }

    int number(int owner, int[] zones) {
        if (zones.length == 0) {
            return owner == PlaneIndex.NOBODY ? areas : owner;
        }
        var numbers = new ArrayList<Integer>(zones.length);
        for (int zone : zones) {
            numbers.add(zone - areas);
        }
        return known.computeIfAbsent(new Answer(owner, List.copyOf(numbers)), answer -> {
            answers.add(answer);
            return answers.size() - 1;
        });
    }

    List<Answer> list() {
        return answers;
    }
}
