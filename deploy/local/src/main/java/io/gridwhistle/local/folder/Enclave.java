package io.gridwhistle.local.folder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Ground within the city's border that is not the city's. */
public record Enclave(
        @JsonIgnore Geometry shape,
        String declares,
        @Nullable String name) {

    public Enclave(Geometry shape, @Nullable String name) {
        this(shape, "outside", name);
    }
}
