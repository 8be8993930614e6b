package io.gridwhistle.intake.register;

import io.gridwhistle.lifecycle.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case as table {@code case_register} lists it.
 *
 * @param followable another case may be linked to it without a desk
 * @param linkable it may be linked to another without a desk: it never was, nor was it corrected since it was accepted
 * @param since the event since which it is of this place and class
 */
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
        Instant updatedAt,
        @Nullable Instant acceptedAt,
        @Nullable String building,
        @Nullable String floor,
        @Nullable String follows,
        int followers,
        boolean followable,
        boolean linkable,
        String since) {

    static RegisterRow of(String caseId, RegisteredCase registered) {
        var report = registered.report();
        var state = registered.state();
        var ties = state.ties();
        OrderLine lead = state.lead() == null ? null : state.orders().get(state.lead());
        return new RegisterRow(
                caseId,
                report.platform().value(),
                report.externalId(),
                report.channel().value(),
                state.classCode().value(),
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
                registered.updatedAt(),
                registered.acceptedAt(),
                state.place().building(),
                state.place().floor(),
                ties.follows() == null ? null : ties.follows().value(),
                ties.followers().size(),
                state.phase().isUnsolved() && !ties.isFull(),
                state.phase().isUnsolved() && ties.followers().isEmpty() && state.isAsReported(),
                ties.since().value());
    }
}
