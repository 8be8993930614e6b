package io.gridwhistle.dispatch.orders;

import io.gridwhistle.events.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order as it is told: in a list without its decision record, by itself with it.
 *
 * @param answerable it is by this order that its unit answers for the case now (首接负责)
 */
record OrderAnswer(
        String id,
        String caseId,
        String role,
        String unit,
        String desk,
        String district,
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
        JsonNode deadlines,
        Instant issuedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        @Nullable String reasonCode,
        @Nullable JsonNode decision,
        Map<String, String> links) {

    static final String COLUMNS = """
            order_id, case_id, role, unit, desk, district, status, escalated, returnable, answerable, class_code, cause, lon, lat, address,
            building, floor, cell_path, deadlines::text as deadlines, issued_at, acknowledged_at, answered_at, answer, reason_code
            """;

    static OrderAnswer of(Readable row, @Nullable JsonNode decision) {
        String id = text(row, "order_id");
        String caseId = text(row, "case_id");
        String[] path = row.get("cell_path", String[].class);
        Instant issuedAt = row.get("issued_at", Instant.class);
        return new OrderAnswer(
                id,
                caseId,
                text(row, "role"),
                text(row, "unit"),
                text(row, "desk"),
                text(row, "district"),
                text(row, "status"),
                isTrue(row, "escalated"),
                isTrue(row, "returnable"),
                isTrue(row, "answerable"),
                text(row, "class_code"),
                text(row, "cause"),
                row.get("lon", Double.class),
                row.get("lat", Double.class),
                row.get("address", String.class),
                row.get("building", String.class),
                row.get("floor", String.class),
                path == null ? List.of() : List.of(path),
                Json.MAPPER.readTree(text(row, "deadlines")),
                issuedAt == null ? Instant.EPOCH : issuedAt,
                row.get("acknowledged_at", Instant.class),
                row.get("answered_at", Instant.class),
                row.get("answer", String.class),
                row.get("reason_code", String.class),
                decision,
                Map.of("self", "/api/v1/orders/" + id, "case", "/api/v1/cases/" + caseId));
    }

    private static boolean isTrue(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    private static String text(Readable row, String column) {
        return String.valueOf(row.get(column, String.class));
    }
}
