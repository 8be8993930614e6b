package io.gridwhistle.local.losangeles;

import io.gridwhistle.city.grid.GridSetDraft;
import io.gridwhistle.city.grid.GridSetFinding;
import io.gridwhistle.local.folder.Boundaries;
import io.gridwhistle.local.folder.Cell;
import io.gridwhistle.local.folder.Enclave;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What lies within the city's border and is not the city's.
 *
 * <p>Nothing says so in the published districts but that none of them has it. Holes up to {@link #SLIVER} wide are left
 * over between generalised lines, as are the districts' overlaps; the wider ones are enclaves.
 */
final class Enclaves {

    /** In metres: the widest hole or overlap that is no enclave measures 10.6, the narrowest enclave 48. */
    private static final int SLIVER = 12;

    private record Known(String name, double lon, double lat) {

        boolean isIn(Geometry ground) {
            return ground.covers(ground.getFactory().createPoint(new org.locationtech.jts.geom.Coordinate(lon, lat)));
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("Culver City, Ladera Heights, View Park–Windsor Hills, Baldwin Hills", -118.3965, 34.0078),
            new Known("Beverly Hills, West Hollywood", -118.4004, 34.0736),
            new Known("San Fernando", -118.4390, 34.2819),
            new Known("Marina del Rey", -118.4517, 33.9803),
            new Known("West Los Angeles Veterans Affairs", -118.4556, 34.0567),
            new Known("Universal City", -118.3501, 34.1373),
            new Known("Franklin Canyon", -118.4137, 34.1080),
            new Known("La Rambla", -118.2999, 33.7411));

    private Enclaves() {}

    static Boundaries declare(List<Cell> cells) {
        Boundaries boundaries = new Boundaries(LosAngelesCity.NAME, SLIVER, cells, List.of());
        List<Enclave> enclaves = GridSetDraft.read(boundaries.geoJson()).findings().stream()
                .filter(it -> it.kind() == GridSetFinding.Kind.GAP)
                .map(it -> Objects.requireNonNull(it.where()))
                .map(ground -> new Enclave(ground, name(ground)))
                .toList();
        return new Boundaries(LosAngelesCity.NAME, SLIVER, cells, enclaves);
    }

    private static @Nullable String name(Geometry ground) {
        return KNOWN.stream()
                .filter(known -> known.isIn(ground))
                .findFirst()
                .map(Known::name)
                .orElse(null);
    }
}
