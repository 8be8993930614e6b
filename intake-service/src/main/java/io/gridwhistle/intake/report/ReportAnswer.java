package io.gridwhistle.intake.report;

import io.gridwhistle.events.id.CaseId;
import java.util.Map;

/** What a platform gets for a report that stands in the log. */
record ReportAnswer(CaseId id, String externalId, String status, Map<String, String> links) {
    static ReportAnswer of(CaseId id, String externalId) {
        String self = "/api/v1/cases/" + id;
        return new ReportAnswer(id, externalId, "reported", Map.of("self", self, "timeline", self + "/timeline"));
    }
}
