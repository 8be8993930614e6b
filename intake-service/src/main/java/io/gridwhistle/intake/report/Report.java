package io.gridwhistle.intake.report;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.events.Attachment;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.intake.contact.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report that is right. */
record Report(
        String externalId,
        ChannelCode channel,
        CaseClass caseClass,
        @Nullable Severity severity,
        String title,
        String description,
        ReportedPlace place,
        @Nullable DistrictCode district,
        Instant occurredAt,
        List<Attachment> attachments,
        @Nullable Contact reporter) {}
