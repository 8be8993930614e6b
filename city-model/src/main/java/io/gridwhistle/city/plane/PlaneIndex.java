package io.gridwhistle.city.plane;

import io.gridwhistle.city.geo.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.locationtech.jts.geom.Geometry;

/**
 * Who holds a point: of some areas the first, of some zones all, exactly.
 *
 * <p>The plane is laid out in squares. A square that no border runs through answers at once. Where many do, it is cut into
 * smaller ones; where few do, it has a knot of them and of those they bound. Areas and zones are known by their places in
 * the lists that the index is built of; the earlier goes first. Both contain their borders.
 *
 * @param <A> what is to be known of a point
 */
public final class PlaneIndex<A> {
    public static final int NOBODY = -1;

    public interface Answers<A> {
        /** {@code owner} is the place of an area or {@link #NOBODY}, {@code zones} those of the zones, in order. */
        A answer(int owner, List<Integer> zones);
    }

    private final Frame frame;
    private final int areas;
    private final Answers<A> answers;
    /** By {@link Answering number}. */
    private final Object[] ready;

    private final int shift;
    private final int columns;
    private final int[] words;

    public PlaneIndex(List<Geometry> areas, List<Geometry> zones, Answers<A> answers) {
        var all = new ArrayList<>(areas);
        all.addAll(zones);
        this.frame = Frame.around(all).wider();
        this.areas = areas.size();
        this.answers = answers;
        var layout = new SquareLayout(new Shapes(all, frame), this.areas, frame);
        shift = layout.shift();
        columns = layout.columns();
        words = layout.words();
        ready = layout.answering().list().stream()
                .map(it -> answers.answer(it.owner(), it.zones()))
                .toArray();
    }

    public A find(Point point) {
        long east = Lattice.of(point.lon()) - frame.west();
        long north = Lattice.of(point.lat()) - frame.south();
        if (!frame.holds(east, north)) {
            return ready(areas);
        }
        int x = (int) east;
        int y = (int) north;
        int side = shift;
        int word = words[(y >> side) * columns + (x >> side)];
        while (!Word.isAnswer(word)) {
            int place = Word.place(word);
            if (!Word.isCut(word)) {
                int west = x >> side << side;
                int south = y >> side << side;
                return Word.isLarge(word)
                        ? untie(place, west, south, x, y)
                        : ready(SmallKnot.answer(words, place, Word.edges(word), west, south, x, y, areas));
            }
            side -= SquareLayout.CUT_SHIFT;
            word = words[place + (((y >> side) & 3) << 2) + ((x >> side) & 3)];
        }
        return ready(word);
    }

    private A untie(int largeKnot, int west, int south, int x, int y) {
        int owner = NOBODY;
        var zones = new ArrayList<Integer>();
        for (int page = largeKnot; page >= 0; page = LargeKnot.next(words, page)) {
            for (int left = LargeKnot.holders(words, page, west, south, x, y); left != 0; left &= left - 1) {
                int shape = LargeKnot.candidate(words, page, Integer.numberOfTrailingZeros(left));
                if (shape >= areas) {
                    zones.add(shape - areas);
                } else if (owner == NOBODY) {
                    owner = shape;
                }
            }
        }
        return zones.isEmpty() ? ready(owner == NOBODY ? areas : owner) : answers.answer(owner, zones);
    }

    @SuppressWarnings("unchecked")
    private A ready(int number) {
        return (A) ready[number];
    }

    /** What it takes on the heap, in bytes, where an answer takes what {@code size} says. */
    public long bytes(ToLongFunction<A> size) {
        long bytes = 4L * words.length + 4L * ready.length;
        for (int number = 0; number < ready.length; number++) {
            bytes += size.applyAsLong(ready(number));
        }
        return bytes;
    }
}
