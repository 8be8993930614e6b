package io.gridwhistle.city.grid;

import io.gridwhistle.events.id.CellCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** The holes in some cells, by where they are. */
final class Holes {
    private record Hole(int number, CellCode cell, PreparedGround ground) {}

    private final STRtree index = new STRtree();

    Holes(List<Cell> cells) {
        int number = 0;
        for (Cell cell : cells) {
            for (Polygon hole : of(cell)) {
                index.insert(hole.getEnvelopeInternal(), new Hole(number++, cell.code(), new PreparedGround(hole)));
            }
        }
        index.build();
    }

    static List<Polygon> of(Cell cell) {
        var holes = new ArrayList<Polygon>();
        for (Polygon part : Ground.pieces(cell.geometry())) {
            for (int i = 0; i < part.getNumInteriorRing(); i++) {
                holes.add(GeoJson.GEOMETRIES.createPolygon(part.getInteriorRingN(i)));
            }
        }
        return holes;
    }

    /** The cells that have some ground in a hole of theirs, in their order. */
    List<CellCode> around(Polygon ground) {
        var around = new ArrayList<Hole>();
        index.query(ground.getEnvelopeInternal(), item -> {
            if (item instanceof Hole hole && hole.ground().covers(ground)) {
                around.add(hole);
            }
        });
        return around.stream()
                .sorted(Comparator.comparingInt(Hole::number))
                .map(Hole::cell)
                .distinct()
                .toList();
    }
}
