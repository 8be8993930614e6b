package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

@JsonPropertyOrder({"type", "geometry", "properties"})
record Feature(Shape geometry, Object properties) {

    static Feature of(Cell cell) {
        return new Feature(Shape.of(cell.shape()), cell);
    }

    static Feature of(Enclave enclave) {
        return new Feature(Shape.of(enclave.shape()), enclave);
    }

    public String getType() {
        return "Feature";
    }
}
