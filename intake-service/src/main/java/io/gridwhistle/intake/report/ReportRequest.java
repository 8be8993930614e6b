package io.gridwhistle.intake.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as it is posted; nothing of it is believed yet. */
public record ReportRequest(
        @Nullable String externalId,
        @Nullable String channel,
        @Nullable String classCode,
        @Nullable String severity,
        @Nullable String title,
        @Nullable String description,
        @Nullable Location location,
        @Nullable String occurredAt,
        @Nullable Reporter reporter,
        @Nullable List<@Nullable AttachmentRequest> attachments) {

    public record Location(
            @Nullable String crs,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String address,
            @Nullable String building,
            @Nullable String floor,
            @Nullable String gridCode) {}

    record Reporter(@Nullable String name, @Nullable String phone) {}

    record AttachmentRequest(@Nullable String url, @Nullable String mediaType) {}
}
