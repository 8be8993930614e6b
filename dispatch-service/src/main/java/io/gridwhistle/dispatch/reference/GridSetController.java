package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.GridSetDraft;
import io.gridwhistle.city.grid.GridSetFinding;
import io.gridwhistle.city.grid.InvalidGridSetException;
import io.gridwhistle.city.grid.Level;
import io.gridwhistle.city.grid.MeetingPoint;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import java.net.URI;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
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

/** Boundaries: published as a draft, and looked at. */
@RestController
@RequestMapping("/api/v1/grid-sets")
final class GridSetController {
    private static final int MOST_BYTES = 256 * 1024 * 1024;

    /** What a version holds. */
    record Contents(String version, boolean active, int cells, Map<String, Integer> byLevel) {}

    /** What a version is worth: ground that nobody owns, or that several do, and where districts meet. */
    record Report(
            String version,
            boolean active,
            int cells,
            Map<String, Integer> byLevel,
            List<Finding> findings,
            List<MeetingPoint> meetingPoints) {}

    record Finding(
            GridSetFinding.Kind kind,
            List<CellCode> cells,
            @Nullable Point at,
            double squareMetres) {
        static Finding of(GridSetFinding found) {
            return new Finding(found.kind(), found.cells(), found.findPoint().orElse(null), found.squareMetres());
        }
    }

    private final References references;

    GridSetController(References references) {
        this.references = references;
    }

    @PostMapping
    Mono<ResponseEntity<Contents>> publish(@RequestBody Flux<DataBuffer> body, RequestContext context) {
        context.requireWholeCity();
        return DataBufferUtils.join(body, MOST_BYTES)
                .map(GridSetController::bytes)
                .publishOn(Schedulers.boundedElastic())
                .flatMap(geoJson -> {
                    GridSet gridSet = read(geoJson);
                    return references
                            .publish(ReferenceKind.GRID_SET, geoJson)
                            .map(reference -> ResponseEntity.created(
                                            URI.create("/api/v1/grid-sets/" + reference.version()))
                                    .body(contents(reference, gridSet)));
                });
    }

    @GetMapping(path = "/{version}", produces = "application/geo+json")
    ResponseEntity<byte[]> read(@PathVariable String version) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/geo+json"))
                .body(find(version).content());
    }

    @GetMapping("/{version}/report")
    Mono<Report> report(@PathVariable String version) {
        Reference reference = find(version);
        return Mono.fromCallable(() -> {
                    GridSet gridSet = references.await(ReferenceKind.GRID_SET, version, GridSet::read);
                    Contents contents = contents(reference, gridSet);
                    return new Report(
                            version,
                            contents.active(),
                            contents.cells(),
                            contents.byLevel(),
                            GridSetDraft.read(reference.content()).findings().stream()
                                    .map(Finding::of)
                                    .toList(),
                            gridSet.listMeetingPoints());
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Reference find(String version) {
        return references.get(ReferenceKind.GRID_SET, version);
    }

    private static GridSet read(byte[] geoJson) {
        try {
            return GridSet.read(geoJson);
        } catch (InvalidGridSetException e) {
            throw ProblemException.invalid(e.findings().stream()
                    .map(finding -> new FieldError(finding.pointer(), finding.detail()))
                    .toList());
        }
    }

    private Contents contents(Reference reference, GridSet gridSet) {
        var byLevel = new EnumMap<Level, Integer>(Level.class);
        gridSet.listCells().forEach(cell -> byLevel.merge(cell.level(), 1, Integer::sum));
        boolean active = references
                .findActive(ReferenceKind.GRID_SET)
                .map(Reference::version)
                .filter(reference.version()::equals)
                .isPresent();
        var counts = new java.util.LinkedHashMap<String, Integer>();
        byLevel.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> counts.put(entry.getKey().code(), entry.getValue()));
        return new Contents(reference.version(), active, gridSet.listCells().size(), counts);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
