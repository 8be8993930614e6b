package io.gridwhistle.city.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces that some areas' borders cut the ground into, and who of the areas holds each.
 *
 * <p>Borders are noded on the lattice, so that neighbours share every vertex and what is made of whole faces fits together
 * without a seam.
 */
final class Arrangement {
    /** A face with the areas that hold it, by their places in the list. */
    static final class Face {
        private final Polygon ground;
        final BitSet holders;

        private Face(Polygon ground, BitSet holders) {
            this.ground = ground;
            this.holders = holders;
        }
    }

    private record Area(int number, IndexedPointInAreaLocator locator) {}

    private final List<Face> faces = new ArrayList<>();
    /** By stretch of border: the faces on its sides. */
    private final Map<LineSegment, List<Face>> sides = new HashMap<>();

    Arrangement(List<? extends Geometry> areas) {
        var index = new STRtree();
        for (int i = 0; i < areas.size(); i++) {
            index.insert(areas.get(i).getEnvelopeInternal(), new Area(i, new IndexedPointInAreaLocator(areas.get(i))));
        }
        for (Polygon ground : cut(areas)) {
            var holders = new BitSet();
            Coordinate inside = ground.getInteriorPoint().getCoordinate();
            index.query(new Envelope(inside), item -> {
                if (item instanceof Area area && area.locator().locate(inside) != Location.EXTERIOR) {
                    holders.set(area.number());
                }
            });
            var face = new Face(ground, holders);
            faces.add(face);
            forEachStretch(
                    ground,
                    stretch -> sides.computeIfAbsent(stretch, it -> new ArrayList<>(2))
                            .add(face));
        }
    }

    private static List<Polygon> cut(List<? extends Geometry> areas) {
        var borders = new ArrayList<SegmentString>();
        areas.forEach(area -> area.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString ring) {
                borders.add(new NodedSegmentString(ring.getCoordinates(), null));
            }
        }));
        var noder = new SnapRoundingNoder(Ground.LATTICE);
        noder.computeNodes(borders);
        Set<LineSegment> stretches = new HashSet<>();
        for (Object string : noder.getNodedSubstrings()) {
            Coordinate[] points = ((SegmentString) string).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                stretches.add(stretch(points[i - 1], points[i]));
            }
        }
        var polygonizer = new Polygonizer();
        stretches.forEach(stretch -> polygonizer.add(stretch.toGeometry(GeoJson.GEOMETRIES)));
        var polygons = new ArrayList<Polygon>();
        for (Object polygon : polygonizer.getPolygons()) {
            polygons.add((Polygon) polygon);
        }
        // In the order of their places, for the polygonizer's hangs on hash codes.
        polygons.sort((one, other) -> one.compareTo(other));
        return polygons;
    }

    private static LineSegment stretch(Coordinate from, Coordinate to) {
        var stretch = new LineSegment(from, to);
        stretch.normalize();
        return stretch;
    }

    private static void forEachStretch(Polygon ground, Consumer<LineSegment> visitor) {
        ground.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString ring) {
                Coordinate[] points = ring.getCoordinates();
                for (int i = 1; i < points.length; i++) {
                    visitor.accept(stretch(points[i - 1], points[i]));
                }
            }
        });
    }

    List<Face> faces() {
        return faces;
    }

    /** Those of these faces that hang together, edge to edge. */
    List<List<Face>> pieces(List<Face> among) {
        var pieces = new ArrayList<List<Face>>();
        Set<Face> left = new HashSet<>(among);
        for (Face start : among) {
            if (left.remove(start)) {
                var piece = new ArrayList<Face>();
                var next = new ArrayDeque<>(List.of(start));
                while (!next.isEmpty()) {
                    Face face = next.remove();
                    piece.add(face);
                    forEachStretch(
                            face.ground,
                            stretch -> beside(stretch).stream()
                                    .filter(left::remove)
                                    .forEach(next::add));
                }
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** How long a border a piece shares with each area outside of it, in metres, by the area's place in the list. */
    Map<Integer, Double> neighbours(List<Face> piece) {
        Set<Face> within = new HashSet<>(piece);
        Map<Integer, Double> metres = new HashMap<>();
        for (Face face : piece) {
            forEachStretch(
                    face.ground,
                    stretch -> beside(stretch).stream()
                            .filter(other -> !within.contains(other))
                            .flatMapToInt(other -> other.holders.stream())
                            .forEach(who -> metres.merge(who, Ground.metres(stretch), Double::sum)));
        }
        return metres;
    }

    private List<Face> beside(LineSegment stretch) {
        return sides.getOrDefault(stretch, List.of());
    }

    /** Faces as one area, its rings wound as GeoJSON wants them. */
    static Geometry join(List<Face> piece) {
        List<Geometry> grounds =
                piece.stream().<Geometry>map(face -> face.ground).toList();
        Geometry area = CoverageUnion.union(GeoJson.GEOMETRIES.buildGeometry(grounds));
        // Where faces meet in one point, that makes a ring that touches itself at times.
        return (area.isValid() ? area : Ground.union(grounds)).norm().reverse();
    }
}
