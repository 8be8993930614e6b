package io.gridwhistle.dispatch.reference;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.Activation;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** From when on boundaries hold: put in force, taken back before, and what has become of each version. */
@RestController
@RequestMapping("/api/v1/grid-sets")
final class ActivationController {
    private static final Duration FURTHEST = Duration.ofDays(366);
    private static final int MOST_TO_COME = 20;

    /** Longer than it may take until all partitions of the log have it that an activation is taken back. */
    private static final Duration TOO_LATE = Duration.ofSeconds(15);

    record Wanted(@Nullable String from, @Nullable Boolean reroute) {}

    /** {@code remarks} are what to look at, and no reason against it. */
    record Activated(String version, Instant from, boolean reroute, List<String> remarks) {}

    record Versions(List<VersionState> gridSets) {}

    private final References references;
    private final GridSetProof proof;
    private final ProofTurns turns;

    ActivationController(References references, GridSetProof proof, ProofTurns turns) {
        this.references = references;
        this.proof = proof;
        this.turns = turns;
    }

    @GetMapping
    Versions list() {
        List<String> versions = references.list(ReferenceKind.GRID_SET).stream()
                .map(Reference::version)
                .toList();
        return new Versions(
                VersionState.list(versions, references.activations(ReferenceKind.GRID_SET), references.now()));
    }

    @PostMapping("/{version}/activation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Activated> activate(
            @PathVariable String version,
            @RequestBody(required = false) @Nullable Wanted wanted,
            RequestContext context) {
        context.requireWholeCity();
        Reference reference = references.get(ReferenceKind.GRID_SET, version);
        String from = wanted == null ? null : wanted.from();
        Instant moment = from == null ? null : moment(from);
        boolean reroute = wanted != null && Boolean.TRUE.equals(wanted.reroute());
        return turns.hold(() -> {
                    proof.requireFit(reference);
                    // That may have taken until after the moment.
                    Optional.ofNullable(from).ifPresent(this::moment);
                    return references.activate(reference, moment, reroute, context.actor());
                })
                .publishOn(Schedulers.boundedElastic())
                .map(it -> new Activated(version, it.from(), it.reroute(), proof.remarks(reference)));
    }

    private Instant moment(String text) {
        Instant from = Texts.time("/from", text).truncatedTo(ChronoUnit.MILLIS);
        Instant now = references.now();
        if (!from.isAfter(now)) {
            throw ProblemException.invalid(
                    "/from", "has passed; boundaries change from a moment on that is to come, never retroactively");
        }
        if (from.isAfter(now.plus(FURTHEST))) {
            throw ProblemException.invalid("/from", "is more than %d days ahead".formatted(FURTHEST.toDays()));
        }
        int toCome =
                references.activations(ReferenceKind.GRID_SET).listAfter(now).size();
        if (toCome >= MOST_TO_COME) {
            throw ProblemException.conflict(
                    "too-many-to-come", "%d activations are to come already; take one back first".formatted(toCome));
        }
        return from;
    }

    @DeleteMapping("/{version}/activation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> cancel(@PathVariable String version, RequestContext context) {
        context.requireWholeCity();
        references.get(ReferenceKind.GRID_SET, version);
        List<Activation> toCome =
                references
                        .activations(ReferenceKind.GRID_SET)
                        .listAfter(references.now().plus(TOO_LATE))
                        .stream()
                        .filter(it -> it.version().equals(version))
                        .toList();
        if (toCome.isEmpty()) {
            throw ProblemException.conflict(
                    "not-to-come",
                    "no activation of '%s' is to come, or it comes within %d s; another version can be activated after it"
                            .formatted(version, TOO_LATE.toSeconds()));
        }
        return Flux.fromIterable(toCome)
                .concatMap(it -> references.cancel(it, context.actor()))
                .then();
    }
}
