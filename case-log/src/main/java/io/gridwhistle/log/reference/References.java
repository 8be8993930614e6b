package io.gridwhistle.log.reference;

import io.gridwhistle.events.Actor;
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
import org.apache.kafka.clients.producer.ProducerRecord;
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
        Reference reference = Reference.of(kind, content);
        return log.send(ReferenceChunks.cut(reference))
                .then(Mono.fromCallable(() -> reader.await(kind, reference.version()))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    /** Puts a version in force, from each partition's next record on. */
    public Mono<Void> activate(Reference reference, Actor actor) {
        var event = new ReferenceActivated(reference.kind(), reference.version(), reference.digest(), actor);
        // Not derived from the version: the same version may be put in force again after another.
        var id = new EventId("reference-activated.%s.%s".formatted(reference, UUID.randomUUID()));
        var marker = new ProducerRecord<String, byte[]>(
                Topics.REFERENCE,
                reference.kind().code() + "/" + ReferenceReader.ACTIVE,
                Json.MAPPER.writeValueAsBytes(event));
        return control.broadcast(
                new EventEnvelope<>(id, null, log.source(), Instant.now(), null, event), List.of(marker));
    }

    public Mono<Reference> publishAndActivate(ReferenceKind kind, byte[] content, Actor actor) {
        return publish(kind, content)
                .flatMap(reference -> activate(reference, actor).thenReturn(reference));
    }

    public Optional<Reference> find(ReferenceKind kind, String version) {
        return reader.find(kind, version);
    }

    /** The version in force at the log's end, for what is asked outside the log's order. */
    public Optional<Reference> findActive(ReferenceKind kind) {
        return reader.findActive(kind);
    }

    /** What the version in force says, parsed once. Errors: a 503 problem where none is in force. */
    public <T> T active(ReferenceKind kind, Function<byte[], T> parser) {
        Reference reference = findActive(kind)
                .orElseThrow(() -> ProblemException.unavailable(
                        "city-not-ready", "no %s is in force yet".formatted(kind.code()), null));
        return reader.parsed(reference, parser);
    }

    /** What a version says, parsed once; waits until this service has it. */
    public <T> T await(ReferenceKind kind, String version, Function<byte[], T> parser) {
        return reader.parsed(reader.await(kind, version), parser);
    }
}
