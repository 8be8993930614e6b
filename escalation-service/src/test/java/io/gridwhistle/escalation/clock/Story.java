package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EscalationEvent.ApprovalRefused;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseExtended;
import io.gridwhistle.events.EscalationEvent.CaseResumed;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.CaseSuspended;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.LadderStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A case's way as a table {@code log time | event | expected}; what clocks do when they are first armed is left out. */
final class Story {
    static final String DISPATCHED = """
            08:00 | reported            |
            08:00 | accepted            |
            08:00 | dispatched #1 chief |
            """;

    private Story() {}

    static void play(String story) {
        var told = new ArrayList<String>();
        run(story, told);
        assertThat(String.join("\n", told)).isEqualTo(expected(story));
    }

    private static String expected(String story) {
        var lines = new ArrayList<String>();
        for (String line : story.lines().toList()) {
            String[] columns = line.split("\\|", 3);
            if (!columns[0].isBlank()) {
                lines.add(columns[0].strip() + " " + columns[1].strip());
            }
            if (!columns[2].isBlank()) {
                lines.add("    " + columns[2].strip());
            }
        }
        return String.join("\n", lines);
    }

    /** Plays {@code log time | event | expected} and tells what came of it, arming aside. */
    static LogSimulator run(String story, List<String> told) {
        var simulator = new LogSimulator();
        for (String line : story.lines().toList()) {
            String[] columns = line.split("\\|", 3);
            if (!columns[0].isBlank()) {
                String words = columns[1].strip();
                told.add(columns[0].strip() + " " + words);
                Instant at = at(columns[0].strip());
                List<CaseEvent> decided;
                if (words.startsWith("mode ")) {
                    decided = simulator.say(at, Events.mode(words));
                } else {
                    decided = words.equals("tick") ? simulator.pass(at) : simulator.append(at, Events.of(words, at));
                }
                decided.stream().map(Story::words).filter(Objects::nonNull).forEach(it -> told.add("    " + it));
            }
        }
        return simulator;
    }

    private static @Nullable String words(CaseEvent decided) {
        return switch (decided) {
            case ClockArmed it when it.because() == ArmingCause.STARTED -> null;
            case ClockArmed it ->
                "%s %s until %s"
                        .formatted(it.because().code(), Events.clock(it.clock(), it.orderId()), time(it.deadline()));
            case ClockPaused it ->
                "paused %s with %s left".formatted(Events.clock(it.clock(), it.orderId()), it.left());
            case CaseSuspended it -> "suspended until " + time(it.until());
            case CaseResumed _ -> "resumed";
            case CaseExtended it ->
                "extended %s until %s".formatted(Events.clock(it.clock(), it.orderId()), time(it.deadline()));
            case ApprovalRefused it -> "refused: " + it.reason().code();
            case SlaWarned it -> "warned " + Events.clock(it.clock(), it.orderId());
            case SlaBreached it -> "breached " + Events.clock(it.clock(), it.orderId());
            case CaseEscalated it -> escalated(it);
            case CaseSupervised it -> "supervised: " + it.reason();
            default -> decided.toString();
        };
    }

    private static String escalated(CaseEscalated event) {
        var to = event.to().addressee();
        String text = "escalated to " + (to == null ? "nobody" : to.unit());
        return event.skipped().isEmpty()
                ? text
                : text + " past "
                        + String.join(
                                ", ",
                                event.skipped().stream().map(LadderStep::level).toList());
    }

    private static Instant at(String time) {
        return Events.time(time);
    }

    private static String time(Instant at) {
        String text = at.toString();
        long days = Duration.between(Events.time("00:00"), at).toDays();
        return (days == 0 ? "" : days + "T")
                + text.substring(11, text.length() - 1).replaceAll(":00$", "");
    }
}
