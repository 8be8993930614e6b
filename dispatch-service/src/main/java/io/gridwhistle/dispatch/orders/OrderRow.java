package io.gridwhistle.dispatch.orders;

import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.lifecycle.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order as table {@code order_book} lists it. */
record OrderRow(
        String orderId,
        String caseId,
        String role,
        String unit,
        String desk,
        String district,
        @Nullable String caseDistrict,
        String status,
        boolean escalated,
        boolean returnable,
        boolean answerable,
        String classCode,
        String cause,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable String address,
        @Nullable String building,
        @Nullable String floor,
        List<String> cellPath,
        JsonNode decision,
        JsonNode deadlines,
        @Nullable Instant acknowledgeDue,
        @Nullable Instant handleDue,
        Instant issuedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        @Nullable String reasonCode) {

    static OrderRow of(BookedCase booked, BookedOrder it) {
        var order = it.order();
        var line = booked.state().orders().get(order.id());
        var place = it.decision().place();
        return new OrderRow(
                order.id().value(),
                order.id().caseId().value(),
                order.role().code(),
                order.unit().value(),
                order.desk().value(),
                order.district().value(),
                booked.district() == null ? null : booked.district().value(),
                (line == null ? OrderStatus.WITHDRAWN : line.status()).code(),
                line != null && line.escalated(),
                order.returnable(),
                order.id().equals(booked.state().answerable()),
                it.classCode().value(),
                it.cause().code(),
                it.decision().lon(),
                it.decision().lat(),
                place.address(),
                place.building(),
                place.floor(),
                it.decision().path().stream().map(CellCode::value).toList(),
                Json.MAPPER.valueToTree(it.decision()),
                Json.MAPPER.valueToTree(order.deadlines()),
                order.deadlines().get(ClockKind.ACKNOWLEDGE),
                order.deadlines().get(ClockKind.HANDLE),
                it.issuedAt(),
                it.acknowledgedAt(),
                it.answeredAt(),
                it.answer(),
                it.reasonCode());
    }
}
