package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSetDraft;
import io.gridwhistle.city.grid.GridSetFinding;
import io.gridwhistle.city.matrix.Holes;
import io.gridwhistle.city.matrix.Lines;
import io.gridwhistle.city.matrix.MatrixFinding;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.Packed;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Holds boundaries to what is in force: nothing is kept, and nothing comes into force, that leaves a place to nobody. */
@Component
final class GridSetProof {
    private final References references;
    private final GridSetMeters meters;

    GridSetProof(References references, GridSetMeters meters) {
        this.references = references;
        this.meters = meters;
    }

    /** What is to be kept of a document, repaired where it asks for that. Errors: {@link NotProvenException}. */
    Packed prove(Packed posted) {
        GridSetDraft draft = require(() -> GridSetDraft.read(posted.open()));
        if (draft.repairs().isEmpty()) {
            return posted;
        }
        var packer = new Packed.Packer();
        draft.write(posted.open(), packer);
        Packed repaired = packer.pack();
        require(() -> GridSetDraft.readAsItIs(repaired.open()));
        return repaired;
    }

    /** Errors: {@link NotProvenException}, or a 422 problem where some class would have nobody somewhere. */
    void requireFit(Reference version) {
        require(() -> GridSetDraft.readAsItIs(version.packed().open()));
        ProblemException.requireNone(holes(version).stream()
                .map(it -> new FieldError(it.pointer(), it.detail()))
                .toList());
    }

    private GridSetDraft require(Supplier<GridSetDraft> reading) {
        long start = System.nanoTime();
        GridSetDraft draft = reading.get();
        List<GridSetFinding> findings = findings(draft);
        meters.checked(findings, Duration.ofNanos(System.nanoTime() - start));
        if (!findings.isEmpty()) {
            throw new NotProvenException(findings);
        }
        return draft;
    }

    /** By itself, and against the city's words and units in force. */
    List<GridSetFinding> findings(GridSetDraft draft) {
        var all = new ArrayList<>(draft.findings());
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        Units units = references.active(ReferenceKind.UNITS, CityReferences::units);
        all.addAll(draft.check(city, units));
        return all;
    }

    /** Lines of the matrix in force that would hold nowhere any more in these boundaries. */
    List<String> remarks(Reference version) {
        return references.findActive(ReferenceKind.RESPONSIBILITIES).stream()
                .flatMap(matrix -> {
                    GridSet gridSet = parsed(version);
                    return Lines.listIdle(
                            CityReferences.listResponsibilities(matrix.content()),
                            code -> MatrixProof.has(gridSet, code))
                            .stream();
                })
                .map(MatrixFinding::detail)
                .toList();
    }

    private GridSet parsed(Reference version) {
        return references.await(ReferenceKind.GRID_SET, version.version(), GridSet::read);
    }

    /** Where the matrix in force would leave a class to nobody in these boundaries; nothing as long as there is no matrix. */
    List<MatrixFinding> holes(Reference version) {
        return references.findActive(ReferenceKind.RESPONSIBILITIES).stream()
                .flatMap(matrix -> Holes.find(
                        CityReferences.listResponsibilities(matrix.content()),
                        references.active(ReferenceKind.CITY, CityReferences::city),
                        parsed(version))
                        .stream())
                .toList();
    }
}
