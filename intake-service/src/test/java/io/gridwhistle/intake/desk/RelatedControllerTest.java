package io.gridwhistle.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.intake.desk.RelatedController.Link;
import io.gridwhistle.intake.desk.RelatedController.Split;
import io.gridwhistle.intake.register.Register;
import io.gridwhistle.lifecycle.CaseLifecycle;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.lifecycle.Outcome;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.web.Caller;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.Document;
import io.gridwhistle.log.web.Problem;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RelatedControllerTest {
    private static final Actor SOMEBODY = Actor.system("test");
    private static final RequestContext DESK = new RequestContext(
            new Caller("desk", Set.of(CallerRole.OPERATOR), null, null, Set.of(Caller.ALL_DISTRICTS)), null);
    private static final CaseId PIPE = id("pipe");
    private static final CaseId FIRST = id("first");

    private final Register register = mock();
    private final CaseLog log = mock();
    private final RelatedController controller = new RelatedController(register, log);
    private final List<EventEnvelope<? extends LogEvent>> appended = new ArrayList<>();

    @BeforeEach
    void theLogTakesEverythingAndTheRegisterKnowsTwoAcceptedCases() {
        when(log.source()).thenReturn("/intake");
        when(log.append(any(EventEnvelope.class))).thenAnswer(call -> {
            appended.add(call.getArgument(0));
            return Mono.empty();
        });
        when(register.findState(any(), any(), any())).thenReturn(Mono.empty());
        stands(PIPE, reported(), accepted());
        stands(FIRST, reported(), accepted());
    }

    @Test
    void aDeskLinksAndSplits() {
        link(FIRST.value());
        stands(PIPE, reported(), accepted(), linked());
        split();

        assertThat(appended)
                .satisfiesExactly(
                        it -> assertThat(it.event()).isInstanceOf(CaseLinked.class),
                        it -> assertThat(it.event()).isInstanceOf(CaseUnlinked.class));
        assertThat(appended).allMatch(it -> PIPE.equals(it.caseId()));
    }

    @Test
    void theSameWordsAboutAnotherLinkAreAnotherEvent() {
        link(FIRST.value());
        link(FIRST.value());
        stands(PIPE, reported(), accepted(), linked(), unlinked());
        link(FIRST.value());

        assertThat(appended.get(1).id()).isEqualTo(appended.get(0).id());
        assertThat(appended.get(2).id()).isNotEqualTo(appended.get(0).id());
    }

    @Test
    void whatIsFollowedIsNamed() {
        refused("link-without-first", () -> link(null));
        refused("link-to-no-id", () -> link("zhp-20251120-000123"));
        refused("link-to-itself", () -> link(PIPE.value()));
        refused("link-to-nothing", () -> link(id("elsewhere").value()));
    }

    @Test
    void whoIsSolvedOrFollowsOrIsFollowedFollowsNobody() {
        stands(PIPE, reported(), accepted(), new CaseWithdrawn("", SOMEBODY));
        refused("link-ended", () -> link(FIRST.value()));
        stands(PIPE, reported(), accepted(), linked());
        refused("link-twice", () -> link(FIRST.value()));
        stands(PIPE, reported(), accepted(), joined(1), joined(2));
        refused("link-followed", () -> link(FIRST.value()));
    }

    @Test
    void onlyACaseOnItsOwnWayIsFollowedAndNotByEverybody() {
        stands(FIRST, reported());
        refused("link-to-reported", () -> link(FIRST.value()));
        stands(FIRST, reported(), accepted(), linked());
        refused("link-to-follower", () -> link(FIRST.value()));
        var full = new ArrayList<CaseEvent>(List.of(reported(), accepted()));
        IntStream.rangeClosed(1, 500).forEach(i -> full.add(joined(i)));
        stands(FIRST, full.toArray(CaseEvent[]::new));
        refused("link-to-full", () -> link(FIRST.value()));
    }

    @Test
    void onlyWhatFollowsIsSplitOff() {
        refused("split-alone", this::split);
    }

    private void link(@Nullable String first) {
        controller.link(PIPE.value(), new Link(first, "同一根水管"), DESK).block();
    }

    private void split() {
        controller.split(PIPE.value(), new Split("另一根水管"), DESK).block();
    }

    private void refused(String name, Runnable command) {
        int before = appended.size();
        var problem = catchThrowableOfType(ProblemException.class, command::run);
        assertThat(problem).as(name).isNotNull();
        assertThat(appended).hasSize(before);
        Document.inDocs("refusals.md")
                .holds(name, "```json\n%s\n```".formatted(Json.MAPPER.writeValueAsString(Problem.of(problem))));
    }

    private void stands(CaseId id, CaseEvent... events) {
        CaseState state = null;
        int number = 0;
        for (CaseEvent event : events) {
            var outcome = CaseLifecycle.apply(state, EventId.of(id, "event", ++number), event);
            assertThat(outcome).isInstanceOf(Outcome.Valid.class);
            if (outcome instanceof Outcome.Valid(var next)) {
                state = next;
            }
        }
        when(register.findState(eq(id), any(), any())).thenReturn(Mono.justOrEmpty(state));
    }

    private static CaseId id(String name) {
        return CaseId.of(new PlatformId("demo"), name);
    }

    private static CaseAccepted accepted() {
        return new CaseAccepted(Acceptance.DESK, null, null, SOMEBODY);
    }

    private static CaseLinked linked() {
        return new CaseLinked(id("another"), null, null, "", SOMEBODY);
    }

    private static CaseUnlinked unlinked() {
        return new CaseUnlinked(id("another"), null, "", SOMEBODY);
    }

    private static FollowerJoined joined(int number) {
        return new FollowerJoined(id("follower-" + number), 1, null, SOMEBODY);
    }

    private static CaseReported reported() {
        return new CaseReported(
                new PlatformId("demo"),
                "pipe",
                new ChannelCode("resident-snapshot"),
                new ClassCode("water-pipe-burst"),
                null,
                "",
                "",
                new ReportedPlace(null, null, null, null, "asia-mall", "3", null),
                null,
                Instant.EPOCH,
                List.of(),
                SOMEBODY);
    }
}
