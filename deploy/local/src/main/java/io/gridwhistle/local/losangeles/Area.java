package io.gridwhistle.local.losangeles;

import org.locationtech.jts.geom.MultiPolygon;

/** A published area. */
record Area(String id, String name, MultiPolygon shape) {}
