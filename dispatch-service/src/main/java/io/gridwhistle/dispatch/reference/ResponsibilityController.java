package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.Responsibility;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The responsibility matrix: read by everybody, replaced as a whole by an operator, and never with a hole in it. */
@RestController
@RequestMapping("/api/v1/responsibilities")
final class ResponsibilityController {
    private final References references;
    private final MatrixProof proof;
    private final ProofTurns turns;

    ResponsibilityController(References references, MatrixProof proof, ProofTurns turns) {
        this.references = references;
        this.proof = proof;
        this.turns = turns;
    }

    @GetMapping
    ResponseEntity<byte[]> read() {
        byte[] json = references
                .findActive(ReferenceKind.RESPONSIBILITIES)
                .map(Reference::content)
                .orElseThrow(() -> ProblemException.notFound("no responsibility matrix is in force yet"));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    /** {@code gridSet} is a version whose cells may be named as well, for it is to be put in force next. */
    @PutMapping
    Mono<Activated> replace(
            @RequestBody List<Responsibility> matrix,
            @RequestParam(required = false) @Nullable String gridSet,
            RequestContext context) {
        context.requireWholeCity();
        Texts.requireElements(matrix);
        Reference next = gridSet == null ? null : references.get(ReferenceKind.GRID_SET, gridSet);
        return turns.hold(() -> {
                    proof.requireFit(matrix, next);
                    return references.publishAndActivate(
                            ReferenceKind.RESPONSIBILITIES, Json.MAPPER.writeValueAsBytes(matrix), context.actor());
                })
                .map(Activated::of);
    }
}
