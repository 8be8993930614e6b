package io.gridwhistle.log.streams;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.log.LogMeters;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what deciders remark: each one counted, one of a kind logged in a while. */
final class Remarks {
    private static final Logger LOG = LoggerFactory.getLogger(Remarks.class);
    /** Where there is one there are often thousands. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final LogMeters meters;
    private final Map<String, Instant> logged = new HashMap<>();

    Remarks(LogMeters meters) {
        this.meters = meters;
    }

    void tell(List<String> remarks, CaseId caseId, Instant logTime) {
        for (String remark : remarks) {
            meters.remarked(remark);
            Instant last = logged.get(remark);
            if (last == null || !logTime.isBefore(last.plus(QUIET))) {
                logged.put(remark, logTime);
                LOG.warn("{}: about case {}, and maybe others", remark, caseId);
            }
        }
    }
}
