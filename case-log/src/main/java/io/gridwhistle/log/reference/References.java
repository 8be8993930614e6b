package io.gridwhistle.log.reference;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent;
import io.gridwhistle.events.ControlEvent.ActivationCancelled;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.ControlLog;
import io.gridwhistle.log.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Publishes versions of references, activates them, and finds them again. */
public final class References {
    private final ReferenceReader reader;
    private final CaseLog log;
    private final ControlLog control;

    public References(ReferenceReader reader, CaseLog log, ControlLog control) {
        this.reader = reader;
        this.log = log;
        this.control = control;
    }

    /** Stores a version as a draft: in force nowhere, but readable by its version once this completes. */
    public Mono<Reference> publish(ReferenceKind kind, byte[] content) {
        return publish(kind, Packed.of(content));
    }

    public Mono<Reference> publish(ReferenceKind kind, Packed packed) {
        Reference reference = Reference.of(kind, packed);
        return log.send(ReferenceChunks.cut(reference))
                .then(Mono.fromCallable(() -> reader.await(kind, reference.version()))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    /** Puts a version in force, from each partition's next record on. */
    public Mono<Activation> activate(Reference reference, Actor actor) {
        return activate(reference, null, false, actor);
    }

    /**
     * Puts a version in force; completes when it stands in the log and this service knows of it.
     *
     * @param from log time; absent where it holds from its place in the log on
     * @param reroute whether open cases that it concerns are routed anew
     */
    public Mono<Activation> activate(Reference reference, @Nullable Instant from, boolean reroute, Actor actor) {
        var event =
                new ReferenceActivated(reference.kind(), reference.version(), reference.digest(), from, reroute, actor);
        // Not derived from the version: the same version may be put in force again after another.
        var id = new EventId("reference-activated.%s.%s.%s"
                .formatted(reference.kind().code(), reference.version(), UUID.randomUUID()));
        var marker = marker(reference.kind(), id, Json.MAPPER.writeValueAsBytes(event));
        // Parsed first, so that no partition stands still for it.
        return onWorker(() -> reader.parse(reference))
                .then(broadcast(id, event, marker))
                .then(Mono.fromCallable(() -> reader.awaitActivation(reference.kind(), id))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    /** Takes back what was to come into force; completes as an activation does. */
    public Mono<Void> cancel(Activation activation, Actor actor) {
        var event = new ActivationCancelled(activation.kind(), activation.version(), activation.id(), actor);
        var id = new EventId("activation-cancelled." + activation.id());
        return broadcast(id, event, marker(activation.kind(), activation.id(), null))
                .then(onWorker(() -> reader.awaitCancellation(activation.kind(), activation.id())));
    }

    private Mono<Void> broadcast(EventId id, ControlEvent event, ProducerRecord<String, byte[]> marker) {
        return control.broadcast(
                new EventEnvelope<>(id, null, log.source(), Instant.now(), null, event), List.of(marker));
    }

    private static ProducerRecord<String, byte[]> marker(ReferenceKind kind, EventId id, byte @Nullable [] value) {
        return new ProducerRecord<>(
                Topics.REFERENCE, "%s/%s/%s".formatted(kind.code(), ReferenceReader.ACTIVE, id), value);
    }

    private static Mono<Void> onWorker(Runnable work) {
        return Mono.<Void>fromRunnable(work).subscribeOn(Schedulers.boundedElastic());
    }

    public Mono<Reference> publishAndActivate(ReferenceKind kind, byte[] content, Actor actor) {
        return publish(kind, content)
                .flatMap(reference -> activate(reference, actor).thenReturn(reference));
    }

    /** A version, in force or not. Errors: a 404 problem where there is none. */
    public Reference get(ReferenceKind kind, String version) {
        return reader.find(kind, version)
                .orElseThrow(() -> ProblemException.notFound("there is no %s '%s'".formatted(kind.code(), version)));
    }

    /** Every version there is of a kind, in no order. */
    public List<Reference> list(ReferenceKind kind) {
        return reader.list(kind);
    }

    /** What was, is and will be in force, as far as this service knows. */
    public Activations activations(ReferenceKind kind) {
        return reader.activations(kind);
    }

    /** The time it is, and no earlier than when something was last put in force. */
    public Instant now() {
        return reader.now();
    }

    /** The version in force now, for what is asked outside the log's order. */
    public Optional<Reference> findActive(ReferenceKind kind) {
        return reader.findActive(kind);
    }

    /** The version in force now, and those that will be. */
    public List<Reference> listInForceAndToCome(ReferenceKind kind) {
        return Stream.concat(
                        findActive(kind).map(Reference::version).stream(),
                        activations(kind).listAfter(now()).stream().map(Activation::version))
                .distinct()
                .flatMap(version -> reader.find(kind, version).stream())
                .toList();
    }

    /** What the version in force says, parsed once. Errors: a 503 problem where none is in force. */
    public <T> T active(ReferenceKind kind, Function<byte[], T> parser) {
        Reference reference = findActive(kind)
                .orElseThrow(() -> ProblemException.unavailable(
                        "city-not-ready", "no %s is in force yet".formatted(kind.code()), null));
        return reader.parsed(reference, parser);
    }

    /** Versions of this kind will be asked for: what is in force and what comes next is parsed before anybody waits for it. */
    public void expect(ReferenceKind kind, Function<byte[], ?> parser) {
        reader.expect(kind, parser);
    }

    /** What a version says, parsed once; waits until this service has it. */
    public <T> T await(ReferenceKind kind, String version, Function<byte[], T> parser) {
        return reader.parsed(reader.await(kind, version), parser);
    }
}
