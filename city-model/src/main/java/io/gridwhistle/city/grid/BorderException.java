package io.gridwhistle.city.grid;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A border that is none; its message goes on after the area's name, such as "has a ring that is not closed". */
final class BorderException extends IllegalArgumentException {
    private final transient @Nullable Geometry where;

    BorderException(String message) {
        this(message, null);
    }

    BorderException(String message, @Nullable Geometry where) {
        super(message);
        this.where = where;
    }

    @Nullable
    Geometry where() {
        return where;
    }
}
