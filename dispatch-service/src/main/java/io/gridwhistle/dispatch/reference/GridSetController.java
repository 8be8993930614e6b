package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSetDraft;
import io.gridwhistle.city.grid.GridSetFinding;
import io.gridwhistle.city.grid.Level;
import io.gridwhistle.city.grid.MeetingPoint;
import io.gridwhistle.city.matrix.MatrixFinding;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.RequestContext;
import java.net.URI;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Boundaries: posted, checked and kept, and looked at. */
@RestController
@RequestMapping("/api/v1/grid-sets")
final class GridSetController {
    /** A report of a large city with much wrong in it takes some megabytes. */
    private static final int MOST_KEPT = 8;

    /** What a version holds; {@code repairs} is how many changes were made to it before it was kept. */
    record Contents(String version, boolean active, int cells, Map<String, Integer> byLevel, int repairs) {}

    /**
     * What would be said if a version were put in force now, what was done to it, and where districts meet.
     *
     * @param holes classes that would have nobody somewhere
     * @param remarks lines of the matrix that would hold nowhere
     * @param repairs as GeoJSON
     */
    record Report(
            String version,
            boolean active,
            int cells,
            Map<String, Integer> byLevel,
            List<Finding> findings,
            List<String> holes,
            List<String> remarks,
            Repairs repairs,
            List<MeetingPoint> meetingPoints) {}

    record Repairs(String type, List<JsonNode> features) {}

    record Finding(
            GridSetFinding.Kind kind,
            List<CellCode> cells,
            @Nullable Point at,
            double squareMetres,
            String detail) {
        static Finding of(GridSetFinding found) {
            return new Finding(
                    found.kind(), found.cells(), found.findPoint().orElse(null), found.squareMetres(), found.detail());
        }
    }

    /** All that a report goes by. */
    private record Follows(
            String version,
            boolean active,
            @Nullable String city,
            @Nullable String units,
            @Nullable String matrix) {}

    private final References references;
    private final GridSetProof proof;
    private final ProofTurns turns;
    private final KeptAnswers<Follows, Report> reports;

    GridSetController(References references, GridSetProof proof, ProofTurns turns) {
        this.references = references;
        this.proof = proof;
        this.turns = turns;
        this.reports = new KeptAnswers<>(turns, MOST_KEPT);
    }

    @PostMapping
    Mono<ResponseEntity<Contents>> publish(@RequestBody Flux<DataBuffer> body, RequestContext context) {
        context.requireWholeCity();
        return Upload.take(body)
                .flatMap(posted -> turns.take(() -> proof.prove(posted)))
                .flatMap(kept -> references.publish(ReferenceKind.GRID_SET, kept))
                .publishOn(Schedulers.boundedElastic())
                .map(reference -> ResponseEntity.created(URI.create("/api/v1/grid-sets/" + reference.version()))
                        .body(contents(reference)));
    }

    @GetMapping(path = "/{version}", produces = "application/geo+json")
    Mono<ResponseEntity<byte[]>> read(@PathVariable String version) {
        Reference reference = find(version);
        return Mono.fromCallable(reference::content)
                .subscribeOn(Schedulers.boundedElastic())
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/geo+json"))
                        .body(content));
    }

    @GetMapping("/{version}/report")
    Mono<Report> report(@PathVariable String version) {
        Reference reference = find(version);
        var follows = new Follows(
                version,
                isActive(reference),
                digest(ReferenceKind.CITY),
                digest(ReferenceKind.UNITS),
                digest(ReferenceKind.RESPONSIBILITIES));
        return reports.get(follows, () -> report(reference));
    }

    private @Nullable String digest(ReferenceKind kind) {
        return references.findActive(kind).map(Reference::digest).orElse(null);
    }

    private Report report(Reference reference) {
        GridSetDraft draft = GridSetDraft.readAsItIs(reference.packed().open());
        List<GridSetFinding> findings = proof.findings(draft);
        List<JsonNode> repairs = GridSetDraft.repairsIn(reference.packed().open());
        return new Report(
                reference.version(),
                isActive(reference),
                draft.listCells().size(),
                byLevel(draft.listCells()),
                findings.stream().map(Finding::of).toList(),
                proof.holes(reference).stream().map(MatrixFinding::detail).toList(),
                proof.remarks(reference),
                new Repairs("FeatureCollection", repairs),
                parsed(reference).listMeetingPoints());
    }

    private Reference find(String version) {
        return references.get(ReferenceKind.GRID_SET, version);
    }

    private GridSet parsed(Reference reference) {
        return references.await(ReferenceKind.GRID_SET, reference.version(), GridSet::read);
    }

    private Contents contents(Reference reference) {
        Collection<Cell> cells = parsed(reference).listCells();
        int repairs = GridSetDraft.repairsIn(reference.packed().open()).size();
        return new Contents(reference.version(), isActive(reference), cells.size(), byLevel(cells), repairs);
    }

    private boolean isActive(Reference reference) {
        return references
                .findActive(ReferenceKind.GRID_SET)
                .map(Reference::version)
                .filter(reference.version()::equals)
                .isPresent();
    }

    private static Map<String, Integer> byLevel(Collection<Cell> cells) {
        var counts = new EnumMap<Level, Integer>(Level.class);
        cells.forEach(cell -> counts.merge(cell.level(), 1, Integer::sum));
        var byLevel = new LinkedHashMap<String, Integer>();
        counts.forEach((level, count) -> byLevel.put(level.code(), count));
        return byLevel;
    }
}
