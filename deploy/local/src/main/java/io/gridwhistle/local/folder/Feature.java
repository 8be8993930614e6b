package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

@JsonPropertyOrder({"type", "geometry", "properties"})
record Feature(Shape geometry, Cell properties) {

    static Feature of(Cell cell) {
        return new Feature(Shape.of(cell.shape()), cell);
    }

    public String getType() {
        return "Feature";
    }
}
