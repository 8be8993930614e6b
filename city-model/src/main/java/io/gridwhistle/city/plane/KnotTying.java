package io.gridwhistle.city.plane;

import java.util.Arrays;

/** Writes {@link Knots} while an index is built. */
final class KnotTying {
    /** Stands for whoever holds the whole square. */
    private static final int WHOLE = -1;

    private final Shapes shapes;
    private final Answering answering;
    private final Ints words;

    private final Ints numbers = new Ints();
    private final Ints candidates = new Ints();

    KnotTying(Shapes shapes, Answering answering, Ints words) {
        this.shapes = shapes;
        this.answering = answering;
        this.words = words;
    }

    /** The knot of a square that these edges run through, and whose corner these shapes hold. */
    int tie(Standing standing, int[] edges, int[] holders) {
        numbers.clear();
        candidates.clear();
        boolean isMixed = standing.zones().length > 0;
        for (int area : standing.areas()) {
            add(area, isMixed ? area : answering.number(area, standing.wholeZones()));
        }
        if (!isMixed) {
            add(WHOLE, answering.number(standing.whole(), standing.wholeZones()));
        } else {
            if (standing.whole() != PlaneIndex.NOBODY) {
                add(WHOLE, standing.whole());
            }
            for (int zone : standing.zones()) {
                add(zone, zone);
            }
            for (int zone : standing.wholeZones()) {
                add(WHOLE, zone);
            }
        }
        int knot = words.size();
        for (int from = 0; from < numbers.size(); from += Knots.MOST_CANDIDATES) {
            writePage(from, Math.min(numbers.size(), from + Knots.MOST_CANDIDATES), isMixed, edges, holders);
        }
        return knot;
    }

    private void add(int candidate, int number) {
        candidates.add(candidate);
        numbers.add(number);
    }

    private void writePage(int from, int to, boolean isMixed, int[] edges, int[] holders) {
        int page = words.grow(2);
        int corner = 0;
        for (int i = from; i < to; i++) {
            words.add(numbers.get(i));
            int candidate = candidates.get(i);
            if (candidate == WHOLE || Arrays.binarySearch(holders, candidate) >= 0) {
                corner |= 1 << (i - from);
            }
        }
        int written = 0;
        for (int edge : edges) {
            int bounded = 0;
            for (int i = from; i < to; i++) {
                if (shapes.isBounded(edge, candidates.get(i))) {
                    bounded |= 1 << (i - from);
                }
            }
            if (bounded != 0) {
                shapes.edges().addTo(words, edge);
                words.add(bounded);
                written++;
            }
        }
        words.set(page, Knots.head(to - from, written, isMixed, to == numbers.size()));
        words.set(page + 1, corner);
    }
}
