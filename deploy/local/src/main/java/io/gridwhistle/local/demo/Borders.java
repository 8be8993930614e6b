package io.gridwhistle.local.demo;

import org.locationtech.jts.geom.Polygon;

/** A face as it lies in the terrain. */
final class Borders {

    private Borders() {}

    static Polygon of(Face face) {
        return Plane.polygon(face.vertices().stream().map(Terrain::bend).toList());
    }
}
