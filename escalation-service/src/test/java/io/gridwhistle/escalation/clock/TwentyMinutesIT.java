package io.gridwhistle.escalation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.id.CaseId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty minutes to respond, on a real broker, on both sides of the deadline by one record and one millisecond. */
class TwentyMinutesIT {
    private static final Duration TO_RESPOND = Duration.ofMinutes(20);

    @Test
    void whoAnswersOneRecordBeforeTheDeadlineIsInTimeAndWhoAnswersWithItIsLate(@TempDir Path folder) throws Exception {
        try (var log = new DatedLog(folder);
                var service = log.escalation()) {
            Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(60);
            Instant deadline = start.plus(TO_RESPOND);
            List<CaseId> neighbours = openOnOnePartition(log, start, deadline);
            CaseId inTime = neighbours.get(0);
            CaseId late = neighbours.get(1);
            CaseId overtaken = neighbours.get(2);

            log.acknowledge(inTime, deadline.minusMillis(1));
            log.acknowledge(late, deadline);
            // A broker whose clock is behind: log time does not go back.
            log.acknowledge(overtaken, deadline.minusMillis(1));
            CaseId last = DatedLog.caseId("last");
            log.open(last, deadline.plusMillis(1), deadline.plus(TO_RESPOND));
            log.pass(deadline.plusMillis(2));

            var told = new HashMap<CaseId, List<String>>();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                service.requireHealth();
                log.read(entry -> tell(entry, told));
                return told.containsKey(last)
                        && told.getOrDefault(overtaken, List.of()).size() == 2;
            });
            assertThat(told.get(inTime)).as("in time").isNull();
            String at = "due %s, read at %s".formatted(deadline, deadline);
            assertThat(told.get(late)).containsExactly("breached " + at, "escalated to secretary");
            assertThat(told.get(overtaken)).containsExactly("breached " + at, "escalated to secretary");
        }
    }

    private static List<CaseId> openOnOnePartition(DatedLog log, Instant start, Instant deadline) throws Exception {
        Map<Integer, List<CaseId>> byPartition = new HashMap<>();
        for (int i = 0; ; i++) {
            CaseId id = DatedLog.caseId("complaint " + i);
            int partition = log.open(id, start, deadline).get().partition();
            List<CaseId> there = byPartition.computeIfAbsent(partition, it -> new ArrayList<>());
            there.add(id);
            if (there.size() == 3) {
                return there;
            }
        }
    }

    private static void tell(DatedLog.Entry entry, Map<CaseId, List<String>> told) {
        CaseId id = entry.envelope().caseId();
        String words = switch (entry.envelope().event()) {
            case SlaBreached it
            when it.clock() == ClockKind.ACKNOWLEDGE ->
                "breached due %s, read at %s"
                        .formatted(it.deadline(), entry.envelope().time());
            case CaseEscalated it
            when it.to().addressee() != null ->
                "escalated to " + it.to().addressee().unit();
            case ClockArmed it when id != null && id.equals(DatedLog.caseId("last")) -> "armed " + it.clock();
            default -> "";
        };
        if (id != null && !words.isEmpty()) {
            told.computeIfAbsent(id, it -> new ArrayList<>()).add(words);
        }
    }
}
