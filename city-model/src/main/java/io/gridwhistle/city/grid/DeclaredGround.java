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
        return without(ground, declared -> declared.declares() == Declaration.Kind.OUTSIDE);
    }

    /** What is left of some ground without these declarations'. */
    Geometry without(Geometry ground, Predicate<Declaration> these) {
        List<Geometry> declared = (ground.isEmpty() ? List.<Declaration>of() : near(ground))
                .stream()
                        .filter(these)
                        .map(it -> prepared.computeIfAbsent(it.feature(), of -> new PreparedGround(it.ground())))
                        .filter(it -> it.mayOverlap(ground))
                        .map(PreparedGround::area)
                        .toList();
        // All at once: one after the other, a thousand enclaves are a thousand overlays of what is left.
        return declared.isEmpty() ? ground : Ground.minus(ground, Ground.union(declared));
    }
}
