package io.gridwhistle.log.streams;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does what a supplement's text says ({@code arm x 1000}, {@code cancel x 1000}, {@code say}, {@code ask}, {@code shout}, {@code fail},
 * {@code note x}), and remembers the order in which it was called. A timer named {@code fail} fails too.
 *
 * <p>A case that is {@code open}, and not {@code shut} yet, may move; once reconsidered it says to which version, but for one
 * that was told to {@code stay}.
 */
final class ScriptedDecider implements Decider<ScriptedDecider.Words> {
    /** Where it says what nobody reads back. */
    static final String UNITS_TOPIC = "dispatch.test.units";

    /** What is remembered of a case. */
    record Words(String all) {}

    private final List<String> calls = new ArrayList<>();
    private final Occasion occasion;

    ScriptedDecider() {
        this(Occasion.REROUTE);
    }

    ScriptedDecider(Occasion occasion) {
        this.occasion = occasion;
    }

    @Override
    public Occasion reconsidersAt() {
        return occasion;
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public Class<Words> stateType() {
        return Words.class;
    }

    @Override
    public Decision<Words> decide(@Nullable Words state, EventEnvelope<? extends CaseEvent> event, Moment moment) {
        String text = event.event() instanceof CaseSupplemented it ? it.text() : "?";
        Words next = new Words((state == null ? "" : state.all() + ", ") + text);
        calls.add("%s @%d [%s]".formatted(text, moment.logTime().toEpochMilli(), next.all()));
        String[] word = text.split(" ");
        var draft = new Decision.Draft();
        switch (word[0]) {
            case "arm" -> draft.arm(word[1], Instant.ofEpochMilli(Long.parseLong(word[2])));
            case "cancel" -> draft.cancel(word[1], Instant.ofEpochMilli(Long.parseLong(word[2])));
            case "remark" -> draft.remark(word[1]).remark(word[1]);
            case "fail" -> throw new IllegalStateException("no idea what to do");
            case "shout" -> say(draft, event, moment, "A".repeat(1_000_001));
            case "say" -> say(draft, event, moment, "said");
            case "where" ->
                say(
                        draft,
                        UNITS_TOPIC,
                        event.requireCaseId(),
                        moment,
                        moment.findVersion(ReferenceKind.GRID_SET).orElse("nowhere"));
            case "mode" ->
                say(
                        draft,
                        UNITS_TOPIC,
                        event.requireCaseId(),
                        moment,
                        moment.mode(List.of(word).subList(1, word.length))
                                .mode()
                                .code());
            case "ask" ->
                say(
                        draft,
                        event,
                        moment,
                        moment.findReference(ReferenceKind.UNITS, bytes -> new String(bytes, StandardCharsets.UTF_8))
                                .orElse("nothing in force"));
            default -> {
                // A note.
            }
        }
        return draft.leavingIn(next);
    }

    @Override
    public @Nullable Words passOver(@Nullable Words state, EventEnvelope<? extends CaseEvent> event) {
        return new Words((state == null ? "" : state.all() + ", ") + "passed over");
    }

    @Override
    public List<Decision.TimerChange.Arm> timersOf(Words state) {
        return Arrays.stream(state.all().split(", "))
                .map(text -> text.split(" "))
                .filter(word -> word[0].equals("arm"))
                .map(word -> new Decision.TimerChange.Arm(word[1], Instant.ofEpochMilli(Long.parseLong(word[2]))))
                .toList();
    }

    @Override
    public Decision<Words> fire(Words state, DueTimer timer, Moment moment) {
        calls.add("fire %s due %d @%d"
                .formatted(
                        timer.name(),
                        timer.due().toEpochMilli(),
                        moment.logTime().toEpochMilli()));
        if (timer.name().equals("fail")) {
            throw new IllegalStateException("no idea what to do");
        }
        if (timer.name().equals("relay")) {
            Instant next = timer.due().plusMillis(100);
            return new Decision.Draft()
                    .arm("relayed", next)
                    .leavingIn(new Words(state.all() + ", arm relayed " + next.toEpochMilli()));
        }
        return Decision.nothing(state);
    }

    @Override
    public boolean mayMove(Words state) {
        return state.all().startsWith("open") && !state.all().contains("shut");
    }

    @Override
    public Decision<Words> reconsider(CaseId caseId, Words state, Moment moment) {
        String moved = "moved to "
                + (occasion == Occasion.MODE
                        ? moment.mode(List.of("erqi")).mode().code()
                        : moment.findVersion(ReferenceKind.GRID_SET).orElseThrow());
        calls.add("reconsider @%d [%s]".formatted(moment.logTime().toEpochMilli(), state.all()));
        if (state.all().contains("stay") || state.all().contains(moved)) {
            return Decision.nothing(state);
        }
        var draft = new Decision.Draft();
        say(draft, UNITS_TOPIC, caseId, moment, moved);
        return draft.leavingIn(new Words(state.all() + ", " + moved));
    }

    private static void say(
            Decision.Draft draft, EventEnvelope<? extends CaseEvent> event, Moment moment, String reason) {
        say(draft, Topics.CASE_LOG, event.requireCaseId(), moment, reason);
    }

    private static void say(Decision.Draft draft, String topic, CaseId caseId, Moment moment, String reason) {
        draft.emit(
                topic,
                moment.envelope(
                        EventId.of(caseId, "said"),
                        caseId,
                        null,
                        new CaseSupervised(reason, null, Actor.system("scripted"))));
    }
}
