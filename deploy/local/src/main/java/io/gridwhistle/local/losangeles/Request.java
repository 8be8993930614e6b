package io.gridwhistle.local.losangeles;

import io.gridwhistle.local.folder.Report;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service request as published, with the council district and neighborhood council that the city wrote down. */
record Request(
        String number,
        String type,
        String source,
        String owner,
        LocalDateTime created,
        @Nullable LocalDateTime closed,
        Report.@Nullable Location location,
        String councilDistrict,
        String neighborhoodCouncil) {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    Optional<Duration> timeToClose() {
        return Optional.ofNullable(closed).map(end -> Duration.between(created.atZone(ZONE), end.atZone(ZONE)));
    }

    Report report() {
        String occurredAt = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(created.atZone(ZONE));
        return new Report(number, Slug.of(source), Slug.of(type), type, location, occurredAt);
    }

    /** The city's own answer as cell codes; empty where it has none. */
    String expectedLine() {
        return "%s,%s,%s".formatted(number, cell("cd-", councilDistrict), cell("nc-", neighborhoodCouncil));
    }

    private static String cell(String prefix, String number) {
        return number.isEmpty() ? "" : prefix + number;
    }
}
