package io.gridwhistle.city.grid;

import java.util.List;

/** A grid set that cannot be used, with everything found wrong in it. */
public final class InvalidGridSetException extends RuntimeException {
    private final transient List<GridSetFinding> findings;

    public InvalidGridSetException(List<GridSetFinding> findings) {
        super("%d findings, first: %s".formatted(findings.size(), findings.getFirst()));
        this.findings = List.copyOf(findings);
    }

    public List<GridSetFinding> findings() {
        return findings;
    }
}
