package io.gridwhistle.intake.register;

import io.gridwhistle.lifecycle.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case as table {@code case_register} lists it. */
record RegisterRow(
        String caseId,
        String platform,
        String externalId,
        String channel,
        String classCode,
        String status,
        String title,
        String description,
        @Nullable String district,
        @Nullable String unit,
        List<String> units,
        @Nullable Double lon,
        @Nullable Double lat,
        Instant reportedAt,
        Instant updatedAt) {

    static RegisterRow of(String caseId, RegisteredCase registered) {
        var report = registered.report();
        var state = registered.state();
        OrderLine lead = state.lead() == null ? null : state.orders().get(state.lead());
        return new RegisterRow(
                caseId,
                report.platform().value(),
                report.externalId(),
                report.channel().value(),
                report.classCode().value(),
                state.phase().code(),
                report.title(),
                report.description(),
                registered.district() == null ? null : registered.district().value(),
                lead == null ? null : lead.to().unit().value(),
                state.orders().values().stream()
                        .flatMap(line -> Stream.of(line.to().unit(), line.to().desk()))
                        .map(Object::toString)
                        .distinct()
                        .sorted()
                        .toList(),
                registered.lon(),
                registered.lat(),
                registered.reportedAt(),
                registered.updatedAt());
    }
}
