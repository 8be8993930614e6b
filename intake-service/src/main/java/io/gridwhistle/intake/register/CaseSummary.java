package io.gridwhistle.intake.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case in a list. */
record CaseSummary(
        String id,
        String externalId,
        String platform,
        String channel,
        String classCode,
        String status,
        String title,
        @Nullable String district,
        @Nullable String unit,
        @Nullable Double lon,
        @Nullable Double lat,
        Instant reportedAt,
        Instant updatedAt,
        @Nullable String follows) {

    static CaseSummary of(Map<String, Object> row) {
        return new CaseSummary(
                text(row, "case_id"),
                text(row, "external_id"),
                text(row, "platform"),
                text(row, "channel"),
                text(row, "class_code"),
                text(row, "status"),
                text(row, "title"),
                (String) row.get("district"),
                (String) row.get("unit"),
                (Double) row.get("lon"),
                (Double) row.get("lat"),
                time(row, "reported_at"),
                time(row, "updated_at"),
                (String) row.get("follows"));
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static Instant time(Map<String, Object> row, String column) {
        return row.get(column) instanceof OffsetDateTime time ? time.toInstant() : Instant.EPOCH;
    }
}
