package io.gridwhistle.city.plane;

import java.util.Arrays;
import java.util.function.IntPredicate;

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
                && areas.length < Crossings.MOST_CANDIDATES
                && edges.length <= Word.MOST_EDGES) {
            int written = write(areas, holders, edges);
            for (int area : areas) {
                words.add(answering.number(area, standing.wholeZones()));
            }
            if (standing.hasWhole()) {
                // No edge here bounds those who hold all of the square: they hold what the areas before them leave.
                words.set(place, words.get(place) | (1 << areas.length));
                words.add(answering.number(standing.whole(), standing.wholeZones()));
            }
            return Word.small(written, place);
        }
        int[] candidates = standing.all();
        for (int from = 0; from < candidates.length; from += Crossings.MOST_CANDIDATES) {
            int to = Math.min(candidates.length, from + Crossings.MOST_CANDIDATES);
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

    /** The crossings of the edges that bound any of the candidates. Answers how many edges. */
    private int write(int[] candidates, int[] holders, int[] edges) {
        int[] bounding = Arrays.stream(edges)
                .filter(edge -> bounded(edge, candidates) != 0)
                .toArray();
        int bytes = words.grow(Crossings.bytesLength(bounding.length));
        words.set(bytes, bits(candidates, candidate -> Arrays.binarySearch(holders, candidate) >= 0));
        for (int i = 0; i < bounding.length; i++) {
            int word = bytes + ((i + 1) >> 2);
            words.set(word, words.get(word) | (bounded(bounding[i], candidates) << (((i + 1) & 3) << 3)));
            shapes.edges().addTo(words, bounding[i]);
        }
        return bounding.length;
    }

    private int bounded(int edge, int[] candidates) {
        return bits(candidates, candidate -> shapes.isBounded(edge, candidate));
    }

    private static int bits(int[] candidates, IntPredicate which) {
        int bits = 0;
        for (int i = 0; i < candidates.length; i++) {
            bits |= which.test(candidates[i]) ? 1 << i : 0;
        }
        return bits;
    }
}
