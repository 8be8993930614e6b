package io.gridwhistle.dispatch.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.gridwhistle.dispatch.reference.ActivationController.Activated;
import io.gridwhistle.dispatch.reference.ActivationController.Wanted;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.reference.Activation;
import io.gridwhistle.log.reference.Activations;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What an operator may say about when boundaries hold. */
class ActivationControllerTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Reference DRAFT = Reference.of(ReferenceKind.GRID_SET, new byte[] {1});

    private final References references = mock();
    private final GridSetProof proof = mock();
    private final ActivationController controller = new ActivationController(references, proof, new ProofTurns());

    @BeforeEach
    void oneDraft() {
        when(references.now()).thenReturn(NOW);
        when(references.activations(ReferenceKind.GRID_SET)).thenReturn(Activations.NONE);
        when(references.get(ReferenceKind.GRID_SET, DRAFT.version())).thenReturn(DRAFT);
        when(references.activate(any(), any(), anyBoolean(), any())).thenAnswer(call -> {
            Instant from = call.getArgument(1);
            return Mono.just(activation(DRAFT.version(), from == null ? NOW : from, call.getArgument(2)));
        });
        when(references.cancel(any(), any())).thenReturn(Mono.empty());
    }

    @Test
    void atOnceOrFromAMomentOnWithOrWithoutRerouting() {
        assertThat(activate(null)).isEqualTo(new Activated(DRAFT.version(), NOW, false, List.of()));
        assertThat(activate(new Wanted(null, true))).isEqualTo(new Activated(DRAFT.version(), NOW, true, List.of()));
        assertThat(activate(new Wanted("2026-07-01T00:00:00.0009+08:00", null)))
                .isEqualTo(new Activated(DRAFT.version(), Instant.parse("2026-06-30T16:00:00Z"), false, List.of()));
    }

    @Test
    void whatWouldHoldNowhereIsSaidAndRefusesNothing() {
        var idle = "line /0 gives litter in 'gone' to 'cleaning', and these boundaries have no such cell";
        when(proof.remarks(DRAFT)).thenReturn(List.of(idle));
        assertThat(activate(null)).isEqualTo(new Activated(DRAFT.version(), NOW, false, List.of(idle)));
    }

    @Test
    void neverRetroactively() {
        isRefused(() -> activate(new Wanted("2026-06-01T15:59:59+08:00", null)), "activation-in-the-past");
        isRefused(() -> activate(new Wanted("2026-06-01T16:00:00+08:00", null)), "activation-in-the-past");
        isRefused(() -> activate(new Wanted("tomorrow", null)), "activation-at-no-moment");
        isRefused(() -> activate(new Wanted("2027-06-03T00:00:00Z", null)), "activation-too-far-ahead");
        verify(references, never()).activate(any(), any(), anyBoolean(), any());
    }

    @Test
    void notWithoutEnd() {
        Activations toCome = Activations.NONE;
        for (int i = 1; i <= 20; i++) {
            toCome = toCome.with(activation("v" + i, NOW.plusSeconds(i), false));
        }
        when(references.activations(ReferenceKind.GRID_SET)).thenReturn(toCome);
        isRefused(() -> activate(new Wanted("2026-07-01T00:00:00Z", null)), "too-many-to-come");
        assertThat(activate(null)).as("at once all the same").isNotNull();
    }

    @Test
    void onlyForTheWholeCity() {
        var district =
                new RequestContext(new Caller("desk", Set.of(CallerRole.OPERATOR), null, null, Set.of("410103")), null);
        isRefused(() -> controller.activate(DRAFT.version(), null, district), "activation-in-one-district");
        isRefused(() -> controller.cancel(DRAFT.version(), district), "activation-in-one-district");
    }

    @Test
    void whatIsToComeCanBeTakenBackUntilShortlyBefore() {
        Activation soon = activation(DRAFT.version(), NOW.plusSeconds(15), false);
        Activation later = activation(DRAFT.version(), NOW.plusSeconds(16), false);
        Activation other = activation("other", NOW.plusSeconds(60), false);
        when(references.activations(ReferenceKind.GRID_SET))
                .thenReturn(Activations.NONE.with(soon).with(later).with(other));

        controller.cancel(DRAFT.version(), city()).block(Duration.ofSeconds(10));

        verify(references).cancel(later, city().actor());
        verify(references, never()).cancel(soon, city().actor());
        verify(references, never()).cancel(other, city().actor());
    }

    @Test
    void whatIsNotToComeCannotBeTakenBack() {
        isRefused(() -> controller.cancel(DRAFT.version(), city()), "not-to-come");
    }

    private @Nullable Activated activate(@Nullable Wanted wanted) {
        return controller.activate(DRAFT.version(), wanted, city()).block(Duration.ofSeconds(10));
    }

    /** As docs/refusals.md shows it. */
    private static void isRefused(ThrowingCallable call, String example) {
        var problem = catchThrowableOfType(ProblemException.class, call);
        Document.inDocs("refusals.md").holds(example, problem);
    }

    private static Activation activation(String version, Instant from, boolean reroute) {
        return new Activation(
                new EventId("%s-%d".formatted(version, from.toEpochMilli())),
                ReferenceKind.GRID_SET,
                version,
                from,
                reroute);
    }

    private static RequestContext city() {
        return new RequestContext(new Caller("centre", Set.of(CallerRole.OPERATOR), null, null, Set.of("*")), null);
    }
}
