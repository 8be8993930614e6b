package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.Activation;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import java.time.Instant;
import java.util.function.Function;

/** What was, is or will be looked up in at a moment, for what is asked outside the log's order. */
public final class TablesInForce {
    private final References references;

    public TablesInForce(References references) {
        this.references = references;
    }

    /**
     * Takes seconds where boundaries were in force that are no longer at hand. Errors: a 422 problem on {@code ?at} where
     * the city was not whole yet, a 503 problem where it never was.
     */
    public RoutingTables at(Instant at) {
        return under(version(ReferenceKind.GRID_SET, at), at);
    }

    /** The same under the boundaries of another version, in force or not. */
    public RoutingTables under(String gridSet, Instant at) {
        return new RoutingTables(
                find(ReferenceKind.CITY, at, CityReferences::city),
                gridSet,
                references.await(ReferenceKind.GRID_SET, gridSet, GridSet::read),
                find(ReferenceKind.UNITS, at, CityReferences::units),
                find(ReferenceKind.RESPONSIBILITIES, at, CityReferences::responsibilities),
                at);
    }

    private <T> T find(ReferenceKind kind, Instant at, Function<byte[], T> parser) {
        return references.await(kind, version(kind, at), parser);
    }

    private String version(ReferenceKind kind, Instant at) {
        var activations = references.activations(kind);
        if (activations.inOrder().isEmpty()) {
            throw ProblemException.unavailable("city-not-ready", "no %s is in force yet".formatted(kind.code()), null);
        }
        return activations
                .findAt(at)
                .map(Activation::version)
                .orElseThrow(() -> ProblemException.invalid(
                        "?at",
                        "lies before the first %s came into force, at %s"
                                .formatted(
                                        kind.code(),
                                        activations.inOrder().getFirst().from())));
    }
}
