package io.gridwhistle.intake.report;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.LocatedPlace;
import io.gridwhistle.events.Attachment;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.intake.contact.Contact;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what was posted into a report, or says of every field that is not right what would be. */
final class ReportCheck {
    private static final int EXTERNAL_ID = 128;
    private static final int TITLE = 200;
    private static final int DESCRIPTION = 10_000;
    private static final int ATTACHMENTS = 20;

    private final City city;
    private final GridSet gridSet;
    private final FieldErrors errors = new FieldErrors();

    private ReportCheck(City city, GridSet gridSet) {
        this.city = city;
        this.gridSet = gridSet;
    }

    /** Errors: a 422 problem with all of the fields at fault. */
    static Report check(ReportRequest request, City city, GridSet gridSet) {
        return new ReportCheck(city, gridSet).check(request);
    }

    private Report check(ReportRequest request) {
        String externalId = errors.text("/externalId", request.externalId(), EXTERNAL_ID, true);
        ChannelCode channel = channel(request.channel());
        CaseClass caseClass = ClassCheck.check(request.classCode(), city, errors);
        Severity severity = severity(request.severity());
        String title = errors.text("/title", request.title(), TITLE, true);
        String description = errors.text("/description", request.description(), DESCRIPTION, false);
        LocatedPlace located = new LocationCheck(city, gridSet, errors).check(request.location());
        Instant occurredAt = time(request.occurredAt());
        List<Attachment> attachments = attachments(request.attachments());
        Contact reporter = contact(request.reporter());
        if (errors.any() || channel == null || caseClass == null || located == null || occurredAt == null) {
            throw errors.asProblem();
        }
        return new Report(
                externalId,
                channel,
                caseClass,
                severity,
                title,
                description,
                located.place(),
                located.findDistrict().orElse(null),
                occurredAt,
                attachments,
                reporter);
    }

    private @Nullable ChannelCode channel(@Nullable String code) {
        ChannelCode channel = errors.code("/channel", code, ChannelCode::new);
        if (channel != null && !city.hasChannel(channel)) {
            errors.add(
                    "/channel",
                    "'%s' is none of the city's: %s"
                            .formatted(
                                    code,
                                    city.channels().stream()
                                            .map(it -> it.code().value())
                                            .collect(Collectors.joining(", "))));
            return null;
        }
        return channel;
    }

    private @Nullable Severity severity(@Nullable String code) {
        Severity found = Arrays.stream(Severity.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null);
        if (code != null && found == null) {
            errors.add("/severity", "'%s' is none of ordinary, urgent, emergency".formatted(code));
        }
        return found;
    }

    private @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            errors.add("/occurredAt", "is missing; a time with offset is needed, such as 2025-11-20T10:02:11+08:00");
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            errors.add("/occurredAt", "'%s' is no time with offset, such as 2025-11-20T10:02:11+08:00".formatted(text));
            return null;
        }
    }

    private List<Attachment> attachments(@Nullable List<ReportRequest.@Nullable AttachmentRequest> posted) {
        if (posted == null) {
            return List.of();
        }
        if (posted.size() > ATTACHMENTS) {
            errors.add("/attachments", "has %d; at most %d are taken".formatted(posted.size(), ATTACHMENTS));
        }
        var attachments = new ArrayList<Attachment>();
        for (int i = 0; i < Math.min(posted.size(), ATTACHMENTS); i++) {
            ReportRequest.AttachmentRequest one = posted.get(i);
            try {
                attachments.add(new Attachment(
                        one == null ? "" : String.valueOf(one.url()), one == null ? null : one.mediaType()));
            } catch (IllegalArgumentException e) {
                errors.add("/attachments/%d/url".formatted(i), "is no http or https address");
            }
        }
        return attachments;
    }

    private @Nullable Contact contact(ReportRequest.@Nullable Reporter reporter) {
        if (reporter == null) {
            return null;
        }
        String name = errors.text("/reporter/name", reporter.name(), 100, false);
        String phone = errors.text("/reporter/phone", reporter.phone(), 32, false);
        return name.isEmpty() && phone.isEmpty() ? null : new Contact(name, phone);
    }
}
