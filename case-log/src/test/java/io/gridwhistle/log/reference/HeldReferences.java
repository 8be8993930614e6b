package io.gridwhistle.log.reference;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.web.ProblemException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** References as they would be kept, without a log behind them. */
public final class HeldReferences {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private final Map<String, Reference> kept = new HashMap<>();
    private final Map<ReferenceKind, Reference> active = new EnumMap<>(ReferenceKind.class);
    private final References references = mock();

    public HeldReferences() {
        when(references.now()).thenReturn(NOW);
        when(references.activations(any())).thenReturn(Activations.NONE);
        when(references.publish(any(), any(Packed.class)))
                .thenAnswer(call -> Mono.just(keep(Reference.of(call.getArgument(0), call.<Packed>getArgument(1)))));
        when(references.publishAndActivate(any(), any(), any()))
                .thenAnswer(call -> Mono.just(put(call.getArgument(0), call.<byte[]>getArgument(1))));
        when(references.activate(any(), any(), anyBoolean(), any())).thenAnswer(call -> {
            Reference reference = call.getArgument(0);
            active.put(reference.kind(), reference);
            return Mono.just(new Activation(
                    new EventId("activated"), reference.kind(), reference.version(), NOW, call.getArgument(2)));
        });
        when(references.get(any(), any()))
                .thenAnswer(call -> find(call.getArgument(0), call.getArgument(1))
                        .orElseThrow(() -> ProblemException.notFound("there is no %s '%s'"
                                .formatted(call.<ReferenceKind>getArgument(0).code(), call.<String>getArgument(1)))));
        when(references.await(any(), any(), any()))
                .thenAnswer(call ->
                        parsed(find(call.getArgument(0), call.getArgument(1)).orElseThrow(), call.getArgument(2)));
        when(references.findActive(any())).thenAnswer(call -> Optional.ofNullable(active.get(call.getArgument(0))));
        when(references.listInForceAndToCome(any()))
                .thenAnswer(call -> Optional.ofNullable(active.get(call.getArgument(0))).stream()
                        .toList());
        for (ReferenceKind kind : ReferenceKind.values()) {
            when(references.active(eq(kind), any()))
                    .thenAnswer(call -> parsed(
                            Optional.ofNullable(active.get(kind))
                                    .orElseThrow(() -> ProblemException.unavailable(
                                            "city-not-ready", "no %s is in force yet".formatted(kind.code()), null)),
                            call.getArgument(1)));
        }
    }

    public References references() {
        return references;
    }

    /** Keeps it and puts it in force. */
    public Reference put(ReferenceKind kind, byte[] content) {
        Reference reference = keep(Reference.of(kind, content));
        active.put(kind, reference);
        return reference;
    }

    public Reference keep(Reference reference) {
        kept.put(reference.toString(), reference);
        return reference;
    }

    public List<Reference> kept() {
        return List.copyOf(kept.values());
    }

    private Optional<Reference> find(ReferenceKind kind, String version) {
        return Optional.ofNullable(kept.get(kind.code() + "/" + version));
    }

    private static Object parsed(Reference reference, Function<byte[], ?> parser) {
        return parser.apply(reference.content());
    }
}
