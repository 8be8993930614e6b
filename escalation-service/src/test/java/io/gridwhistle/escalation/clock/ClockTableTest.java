package io.gridwhistle.escalation.clock;

import static java.util.stream.Collectors.joining;

import io.gridwhistle.events.ArmingCause;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.log.web.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each happening does to each clock, as the decider does it, in {@code docs/sla.md}. */
class ClockTableTest {
    private static final String DISPATCHED = "reported, accepted, dispatched #1 chief";
    private static final String HANDLED =
            DISPATCHED + ", acknowledged #1, fed-back #1, to-verify #1 1, dispatched #2 secretary verification";
    private static final String CLOSED = HANDLED + ", passed 1, closed 1";
    private static final String CONSULTING = DISPATCHED + ", returned #1, consulted";
    private static final String SUSPENDED = DISPATCHED + ", acknowledged #1, suspended 12:00";

    /** What happens: where the case stands before; what then. */
    private static final String HAPPENINGS = """
            reported 上报                   :                                         : reported
            accepted 受理                   : reported                                : accepted
            order to the lead 派遣          : reported, accepted                      : dispatched #1 chief
            acknowledged 签收               : DISPATCHED                              : acknowledged #1
            returned 退单                   : DISPATCHED                              : returned #1
            order to the next one           : DISPATCHED, returned #1                 : dispatched #2 cleaning returned
            order one rung up               : DISPATCHED                              : dispatched #2 secretary escalated
            consultation opened 会商        : DISPATCHED, returned #1                 : consulted
            order to the centre             : CONSULTING                              : dispatched #2 centre consultation
            the centre has decided 重新研判 : CONSULTING                              : decided cleaning
            fed back 反馈                   : DISPATCHED                              : fed-back #1
            order to the verifier           : DISPATCHED, fed-back #1, to-verify #1 1 : dispatched #2 secretary verification
            verified, good 核查             : HANDLED                                 : passed 1
            verified, to be done again 返工 : HANDLED                                 : failed 1
            order to do it again            : HANDLED, failed 1                       : dispatched #3 chief rework
            closed 结案                     : HANDLED, passed 1                       : closed 1
            followed up 回访, or scored     : CLOSED                                  : followed-up
            reopened                        : CLOSED                                  : reopened
            suspended 挂账                  : DISPATCHED, acknowledged #1             : suspended 12:00
            order while it is suspended     : SUSPENDED                               : dispatched #2 secretary escalated
            resumed, or its time is over    : SUSPENDED                               : resumed
            extended 延期                   : DISPATCHED                              : extended 18:00
            a stricter mode begins          : DISPATCHED                              : mode emergency
            it ends                         : DISPATCHED, mode emergency              : mode ordinary
            supplemented, commented         : DISPATCHED                              : supplemented
            place or class corrected 更正   : DISPATCHED                              : corrected paperwork
            supervised 督办                 : DISPATCHED                              : supervised
            withdrawn, voided               : DISPATCHED                              : withdrawn
            """;

    @Test
    void theTableIsWhatTheDeciderDoes() {
        var table = new StringBuilder("| what happens | ")
                .append(Arrays.stream(ClockKind.values()).map(ClockKind::code).collect(joining(" | ")))
                .append(" |\n| --- |")
                .append(" --- |".repeat(ClockKind.values().length))
                .append('\n');
        for (String line : HAPPENINGS.lines().toList()) {
            String[] cells = line.split(" *: +", 3);
            table.append("| %s |".formatted(cells[0].strip()));
            for (ClockKind kind : ClockKind.values()) {
                table.append(" %s |".formatted(effect(kind, cells[1].strip(), cells[2].strip())));
            }
            table.append('\n');
        }
        Document.inDocs("sla.md").holds("clock-rules", table.toString());
    }

    private static String effect(ClockKind kind, String before, String happening) {
        var simulator = new LogSimulator();
        for (String words : steps(before)) {
            take(simulator, words);
        }
        Set<String> clocks = names(simulator, kind);
        List<CaseEvent> decided = take(simulator, happening);
        Set<String> left = names(simulator, kind);
        if (clocks.equals(left)) {
            return decided.stream()
                    .flatMap(event -> move(kind, event).stream())
                    .findFirst()
                    .orElse("");
        }
        boolean pauses = decided.stream().anyMatch(event -> event instanceof ClockPaused it && it.clock() == kind);
        if (left.isEmpty()) {
            return "stops";
        }
        return pauses ? "will start" : clocks.isEmpty() ? "starts" : "starts anew";
    }

    private static Set<String> move(ClockKind kind, CaseEvent event) {
        return switch (event) {
            case ClockPaused it when it.clock() == kind -> Set.of("stands still");
            case ClockArmed it when it.clock() == kind -> Set.of(move(it.because()));
            default -> Set.of();
        };
    }

    private static String move(ArmingCause because) {
        return switch (because) {
            case STARTED -> "starts anew";
            case RESUMED -> "goes on";
            case EXTENDED -> "has more time";
            case MODE -> "has less time";
            case MODE_ENDED -> "goes back";
        };
    }

    private static Set<String> names(LogSimulator simulator, ClockKind kind) {
        var names = new LinkedHashSet<String>();
        simulator.clocks().forEach(clock -> {
            if (clock.kind() == kind) {
                names.add(clock.name());
            }
        });
        return names;
    }

    private static List<String> steps(String before) {
        if (before.isEmpty()) {
            return List.of();
        }
        String all = before.replaceFirst("^DISPATCHED", DISPATCHED)
                .replaceFirst("^HANDLED", HANDLED)
                .replaceFirst("^CLOSED", CLOSED)
                .replaceFirst("^CONSULTING", CONSULTING)
                .replaceFirst("^SUSPENDED", SUSPENDED);
        return List.of(all.split(", "));
    }

    private static List<CaseEvent> take(LogSimulator simulator, String words) {
        Instant at = simulator.now().plusSeconds(1);
        return words.startsWith("mode ")
                ? simulator.say(at, Events.mode(words))
                : simulator.append(at, Events.of(words, at));
    }
}
