package io.gridwhistle.escalation.policy;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** What was put in force. */
record Published(String kind, String version) {

    static Mono<Published> activate(References references, ReferenceKind kind, byte[] content, RequestContext context) {
        return references
                .publishAndActivate(kind, content, context.actor())
                .map(it -> new Published(it.kind().code(), it.version()));
    }

    /** The document in force, byte by byte. Errors: a 404 problem where none is. */
    static ResponseEntity<byte[]> read(References references, ReferenceKind kind) {
        byte[] json = references
                .findActive(kind)
                .map(Reference::content)
                .orElseThrow(() -> ProblemException.notFound("no %s are in force yet".formatted(kind.code())));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
}
