package io.gridwhistle.events;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case comes in, and how it may leave again before anybody handles it. */
public sealed interface IntakeEvent extends CaseEvent {

    /**
     * 上报. A second one with other content under the same case is a supplement to the first.
     *
     * @param district that the place lies in by the boundaries of that moment: who may see the case before it is
     *     dispatched; the owner is dispatch's to name
     * @param severity as the platform says; absent where its class's usual one holds
     */
    record CaseReported(
            PlatformId platform,
            String externalId,
            ChannelCode channel,
            ClassCode classCode,
            @Nullable Severity severity,
            String title,
            String description,
            ReportedPlace place,
            @Nullable DistrictCode district,
            Instant occurredAt,
            List<Attachment> attachments,
            Actor actor)
            implements IntakeEvent {}

    /**
     * Something was added. Another place or class is from now on the case's own; while nobody has solved it, it is routed anew.
     *
     * @param district that the place lies in, as of {@link CaseReported}
     */
    record CaseSupplemented(
            String text,
            @Nullable ReportedPlace place,
            @Nullable DistrictCode district,
            @Nullable ClassCode classCode,
            List<Attachment> attachments,
            Actor actor)
            implements IntakeEvent {

        public CaseSupplemented in(@Nullable DistrictCode found) {
            return new CaseSupplemented(text, place, found, classCode, attachments, actor);
        }
    }

    /**
     * 受理.
     *
     * @param report the report that an automatic acceptance came with; it accepts no other
     */
    record CaseAccepted(
            Acceptance acceptance,
            @Nullable EventId report,
            @Nullable String note,
            Actor actor) implements IntakeEvent {}

    /** 不予受理. */
    record CaseDeclined(String reasonCode, String reason, Actor actor) implements IntakeEvent {}

    /** The petitioner took it back. */
    record CaseWithdrawn(String reason, Actor actor) implements IntakeEvent {}

    /** 作废. */
    record CaseVoided(String reason, Actor actor) implements IntakeEvent {}

    /**
     * 并案: this case reports the same thing as an earlier one and follows that one's order from here on.
     *
     * @param insteadOf the number of the link whose place this one takes, because the first of that one has ended
     * @param asOf since when the first case was what it was found to be; absent where a desk means it whatever it is by now
     */
    record CaseLinked(
            CaseId first,
            @Nullable Integer insteadOf,
            @Nullable EventId asOf,
            String reason,
            Actor actor) implements IntakeEvent {}

    /**
     * It goes its own way again: a desk found that it is a case of its own, or the first cannot answer for it.
     *
     * @param link the number of the link that is undone; absent where a desk undoes whichever holds
     */
    record CaseUnlinked(CaseId first, @Nullable Integer link, String reason, Actor actor) implements IntakeEvent {}

    /**
     * Another case follows this one's order.
     *
     * @param link the number of the link among those that the follower has ever had
     * @param asOf as the link has it
     */
    record FollowerJoined(
            CaseId follower, int link, @Nullable EventId asOf, Actor actor) implements IntakeEvent {}

    /** Something was added to a case that follows this one. */
    record FollowerSupplemented(CaseId follower, int link, Actor actor) implements IntakeEvent {}

    /** A case that followed this one was withdrawn, voided or split off. */
    record FollowerLeft(CaseId follower, int link, Actor actor) implements IntakeEvent {}
}
