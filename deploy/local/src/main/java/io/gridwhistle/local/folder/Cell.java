package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A cell of the grid set; an empty {@code chief} is a vacant post. */
public record Cell(
        @JsonIgnore Geometry shape,
        String code,
        String name,
        Level level,
        @Nullable String parent,
        @Nullable String district,
        String chief,
        @Nullable String leader,
        @Nullable Exclusive exclusive,
        @Nullable String building,
        @Nullable List<String> floors) {

    public static Cell city(Geometry shape, String code, String name, String chief) {
        return new Cell(shape, code, name, Level.CITY, null, null, chief, null, null, null, null);
    }

    public static Cell ordinary(
            Geometry shape, String code, String name, Level level, String parent, String district, String chief) {
        return new Cell(shape, code, name, level, parent, district, chief, null, null, null, null);
    }

    public static Cell exclusive(
            Geometry shape, String code, String name, Level level, String parent, String chief, Exclusive exclusive) {
        return new Cell(shape, code, name, level, parent, null, chief, null, exclusive, null, null);
    }

    public static Cell floor(
            Geometry shape, String code, String name, String parent, String chief, String building, String floor) {
        return new Cell(shape, code, name, Level.MICRO, parent, null, chief, null, null, building, List.of(floor));
    }

    public Cell answeredForBy(String leader) {
        return new Cell(shape, code, name, level, parent, district, chief, leader, exclusive, building, floors);
    }

    public Cell occupying(String building) {
        return new Cell(shape, code, name, level, parent, district, chief, leader, exclusive, building, floors);
    }
}
