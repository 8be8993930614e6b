package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.grid.GridSetFinding;
import java.util.List;

/** Boundaries that are refused, with everything that was found. */
final class NotProvenException extends RuntimeException {
    private final transient List<GridSetFinding> findings;

    NotProvenException(List<GridSetFinding> findings) {
        super("%d findings, first: %s".formatted(findings.size(), findings.getFirst()));
        this.findings = List.copyOf(findings);
    }

    List<GridSetFinding> findings() {
        return findings;
    }
}
