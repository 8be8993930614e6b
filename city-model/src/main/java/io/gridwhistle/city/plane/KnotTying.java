package io.gridwhistle.city.plane;

import java.util.Arrays;

/** Writes knots while an index is built. */
final class KnotTying {
    private final Shapes shapes;
    private final Answering answering;
    private final Ints words;

    KnotTying(Shapes shapes, Answering answering, Ints words) {
        this.shapes = shapes;
        this.answering = answering;
        this.words = words;
    }

    /** The word of a square that these edges run through, and whose corner these shapes hold. */
    int tie(Standing standing, int[] edges, int[] holders) {
        int place = words.alignToFour();
        int[] areas = standing.areas();
        if (standing.zones().length == 0
                && areas.length < SmallKnot.MOST_CANDIDATES
                && edges.length <= Word.MOST_EDGES) {
            int written = write(areas, holders, edges);
            for (int area : areas) {
                words.add(answering.number(area, standing.wholeZones()));
            }
            words.add(answering.number(standing.whole(), standing.wholeZones()));
            words.set(place, words.get(place) | (1 << areas.length));
            return Word.small(written, place);
        }
        int[] candidates = standing.all();
        for (int from = 0; from < candidates.length; from += LargeKnot.MOST_CANDIDATES) {
            int to = Math.min(candidates.length, from + LargeKnot.MOST_CANDIDATES);
            int[] some = Arrays.copyOfRange(candidates, from, to);
            int page = words.grow(1);
            int written = write(some, holders, edges);
            for (int candidate : some) {
                words.add(candidate);
            }
            words.set(page, LargeKnot.head(some.length, written, to == candidates.length));
        }
        return Word.large(place);
    }

    /** By bit, the candidates that hold the corner; the edges that bound any. Answers how many edges. */
    private int write(int[] candidates, int[] holders, int[] edges) {
        int corner = 0;
        for (int i = 0; i < candidates.length; i++) {
            if (Arrays.binarySearch(holders, candidates[i]) >= 0) {
                corner |= 1 << i;
            }
        }
        words.add(corner);
        int written = 0;
        for (int edge : edges) {
            int bounded = 0;
            for (int i = 0; i < candidates.length; i++) {
                if (shapes.isBounded(edge, candidates[i])) {
                    bounded |= 1 << i;
                }
            }
            if (bounded != 0) {
                shapes.edges().addTo(words, edge);
                words.add(bounded);
                written++;
            }
        }
        return written;
    }
}
