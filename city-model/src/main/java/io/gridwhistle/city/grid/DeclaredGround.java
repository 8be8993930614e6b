package io.gridwhistle.city.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Declarations by where they are. */
final class DeclaredGround {
    private final STRtree index = new STRtree();
    /** By feature: a river lies in the boxes of thousands of cells, and hardly in any of them. */
    private final Map<Integer, PreparedGround> prepared = new HashMap<>();

    DeclaredGround(List<Declaration> declarations) {
        declarations.forEach(it -> index.insert(it.ground().getEnvelopeInternal(), it));
        index.build();
    }

    /** Those that may reach this ground, in the order of the document. */
    List<Declaration> near(Geometry ground) {
        var near = new ArrayList<Declaration>();
        index.query(ground.getEnvelopeInternal(), item -> near.add((Declaration) item));
        near.sort(Comparator.comparingInt(Declaration::feature));
        return near;
    }

    /** What is left of some ground without what is declared as outside. */
    Geometry without(Geometry ground) {
        return without(ground, DeclaredGround::isOutside);
    }

    /** Whether some of it is declared as outside. */
    boolean hasOutside(Geometry ground) {
        return near(ground).stream()
                .filter(DeclaredGround::isOutside)
                .anyMatch(it -> prepared(it).overlaps(ground));
    }

    private static boolean isOutside(Declaration declared) {
        return declared.declares() == Declaration.Kind.OUTSIDE;
    }

    private PreparedGround prepared(Declaration declared) {
        return prepared.computeIfAbsent(declared.feature(), it -> new PreparedGround(declared.ground()));
    }

    /** What is left of some ground without these declarations'. */
    Geometry without(Geometry ground, Predicate<Declaration> these) {
        List<Geometry> declared = (ground.isEmpty() ? List.<Declaration>of() : near(ground))
                .stream()
                        .filter(these)
                        .map(this::prepared)
                        .filter(it -> it.mayOverlap(ground))
                        .map(PreparedGround::area)
                        .toList();
        // All at once: one after the other, a thousand enclaves are a thousand overlays of what is left.
        return declared.isEmpty() ? ground : Ground.minus(ground, Ground.union(declared));
    }
}
