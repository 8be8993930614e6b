package io.gridwhistle.intake.register;

import io.gridwhistle.events.Crossing;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands.
 *
 * @param unit that is asked to lead
 * @param answerable the unit that answers for the case meanwhile (首接负责); absent before the first order
 * @param crosses departments, areas or levels (三跨)
 */
record CaseAnswer(
        CaseId id,
        String externalId,
        String platform,
        String channel,
        String classCode,
        String status,
        boolean suspended,
        String title,
        String description,
        ReportedPlace location,
        Instant occurredAt,
        Instant reportedAt,
        Instant updatedAt,
        @Nullable String district,
        @Nullable String unit,
        @Nullable String answerable,
        List<String> crosses,
        @Nullable CaseId follows,
        @Nullable Long followers,
        List<OrderSummary> orders,
        Map<String, String> links) {

    record OrderSummary(OrderId id, String role, String unit, String desk, String status, boolean escalated) {}

    static CaseAnswer of(CaseId id, RegisteredCase found, long followers) {
        var report = found.report();
        var state = found.state();
        var answers = state.whoAnswers();
        var row = RegisterRow.of(id.value(), found);
        String self = "/api/v1/cases/" + id;
        return new CaseAnswer(
                id,
                report.externalId(),
                report.platform().value(),
                report.channel().value(),
                state.classCode().value(),
                state.phase().code(),
                state.suspended(),
                report.title(),
                report.description(),
                state.place(),
                report.occurredAt(),
                found.reportedAt(),
                found.updatedAt(),
                row.district(),
                row.unit(),
                answers == null ? null : answers.unit().value(),
                found.crosses().stream().map(Crossing::code).toList(),
                state.ties().follows(),
                followers == 0 ? null : followers,
                state.orders().entrySet().stream()
                        .map(order -> new OrderSummary(
                                order.getKey(),
                                order.getValue().role().code(),
                                order.getValue().to().unit().value(),
                                order.getValue().to().desk().value(),
                                order.getValue().status().code(),
                                order.getValue().escalated()))
                        .toList(),
                Map.of("self", self, "timeline", self + "/timeline"));
    }
}
