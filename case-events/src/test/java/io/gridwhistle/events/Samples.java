package io.gridwhistle.events;

import io.gridwhistle.events.ControlEvent.ActivationCancelled;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.ControlEvent.ModesPlanned;
import io.gridwhistle.events.ControlEvent.ReferenceActivated;
import io.gridwhistle.events.ControlEvent.Tick;
import io.gridwhistle.events.DispatchEvent.CaseDispatched;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.OrderAcknowledged;
import io.gridwhistle.events.DispatchEvent.OrderFedBack;
import io.gridwhistle.events.DispatchEvent.OrderReturned;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.DispatchEvent.RerouteDecided;
import io.gridwhistle.events.EscalationEvent.ApprovalRefused;
import io.gridwhistle.events.EscalationEvent.CaseEscalated;
import io.gridwhistle.events.EscalationEvent.CaseExtended;
import io.gridwhistle.events.EscalationEvent.CaseResumed;
import io.gridwhistle.events.EscalationEvent.CaseSupervised;
import io.gridwhistle.events.EscalationEvent.CaseSuspended;
import io.gridwhistle.events.EscalationEvent.ClockArmed;
import io.gridwhistle.events.EscalationEvent.ClockPaused;
import io.gridwhistle.events.EscalationEvent.ExtensionApproved;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EscalationEvent.SlaWarned;
import io.gridwhistle.events.EscalationEvent.SuspensionApproved;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.CaseFollowedUp;
import io.gridwhistle.events.EvaluationEvent.CaseReopened;
import io.gridwhistle.events.EvaluationEvent.CaseVerified;
import io.gridwhistle.events.EvaluationEvent.SatisfactionScored;
import io.gridwhistle.events.EvaluationEvent.VerificationRequested;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseDeclined;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.CaseVoided;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.IntakeEvent.FollowerLeft;
import io.gridwhistle.events.IntakeEvent.FollowerSupplemented;
import io.gridwhistle.events.OrderMessage.OrderAnswered;
import io.gridwhistle.events.OrderMessage.OrderEscalated;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.OrderMessage.OrderRescheduled;
import io.gridwhistle.events.OrderMessage.OrderSupplemented;
import io.gridwhistle.events.OrderMessage.OrderWithdrawn;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.PlatformId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One of each event: a consumer complaint in 亚细亚商场 on a holiday, told once through with everything that can happen. */
public final class Samples {
    public static final PlatformId PLATFORM = new PlatformId("zhenghaopai");
    public static final String EXTERNAL_ID = "ZHP-20260501-000173";
    public static final CaseId CASE = CaseId.of(PLATFORM, EXTERNAL_ID);

    private static final OrderId ORDER = OrderId.of(CASE, 1);
    public static final CaseId FIRST = CaseId.of(PLATFORM, "ZHP-20260501-000098");
    private static final CaseId FOLLOWER = CaseId.of(PLATFORM, "ZHP-20260501-000204");
    private static final ClassCode COMPLAINT = new ClassCode("consumer-complaint");
    private static final Map<String, String> LINKS = Map.of("case", "/api/v1/cases/" + CASE);

    private static final Actor PETITIONER = new Actor(ActorKind.PETITIONER, PLATFORM.value(), null);
    private static final Actor DESK = new Actor(ActorKind.OPERATOR, "erqi-desk-03", SampleRouting.CENTRE);
    private static final Actor MALL = new Actor(ActorKind.UNIT, "yaxiya-mall", SampleRouting.MALL);

    private static final List<Attachment> PICTURES = List.of(
            new Attachment("https://media.example/zhp/000173/receipt.jpg", "image/jpeg"),
            new Attachment("https://media.example/zhp/000173/counter", null));

    private Samples() {}

    /** One instance of every class, in the order of {@link EventTypes#listAll()}. */
    public static List<Object> listAll() {
        return List.of(
                new CaseReported(
                        PLATFORM,
                        EXTERNAL_ID,
                        new ChannelCode("resident-snapshot"),
                        COMPLAINT,
                        Severity.URGENT,
                        "亚细亚商场三楼退货被拒",
                        "A counter on the third floor refuses to take back a jacket. 持小票七日内退货被拒。",
                        SampleRouting.PLACE,
                        new DistrictCode("410103"),
                        at("02:11:30"),
                        PICTURES,
                        new Actor(ActorKind.PLATFORM, PLATFORM.value(), null)),
                new CaseSupplemented(
                        "柜台在电梯口东侧 (east of the lift)",
                        SampleRouting.PLACE,
                        new DistrictCode("410103"),
                        COMPLAINT,
                        PICTURES,
                        PETITIONER),
                new CaseAccepted(
                        Acceptance.DESK, EventId.ofContent(CASE, "case-reported", "sample"), "属消费投诉，予以受理", DESK),
                new CaseDeclined("court-seized", "法院已立案 (pending in court)", DESK),
                new CaseWithdrawn("已与商家和解", PETITIONER),
                new CaseVoided("测试件", DESK),
                new CaseLinked(FIRST, null, null, "同一柜台、同一诉求", DESK),
                new CaseUnlinked(FIRST, null, "另一柜台", DESK),
                new FollowerJoined(FOLLOWER, 1, null, Actor.system("dispatch")),
                new FollowerSupplemented(FOLLOWER, 1, Actor.system("dispatch")),
                new FollowerLeft(FOLLOWER, 1, Actor.system("dispatch")),
                new CaseDispatched(
                        DispatchCause.ACCEPTED,
                        at("02:12:05.250"),
                        EventId.ofContent(CASE, "case-reported", "sample"),
                        SampleRouting.DECISION,
                        List.of(
                                new Order(
                                        ORDER,
                                        Role.LEAD,
                                        SampleRouting.MALL_DESK,
                                        true,
                                        Map.of(ClockKind.ACKNOWLEDGE, at("02:32:05.250"))),
                                new Order(OrderId.of(CASE, 2), Role.CO_HANDLER, SampleRouting.STREET, true, Map.of()))),
                new OrderAcknowledged(ORDER, "网格员已出发", MALL),
                new OrderReturned(ORDER, "not-our-area", "柜台属相邻商场", MALL),
                new OrderFedBack(ORDER, "已退款 (refunded)", PICTURES, MALL),
                new ConsultationOpened(
                        "跨三区，权属不清",
                        SampleRouting.CENTRE,
                        List.of(SampleRouting.MALL, SampleRouting.MARKET_BUREAU),
                        EventId.ofContent(CASE, "case-reported", "sample"),
                        DESK),
                new RedispatchDecided(
                        SampleRouting.MARKET_BUREAU,
                        List.of(SampleRouting.MALL),
                        List.of(SampleRouting.CENTRE),
                        "市场监管主办",
                        DESK),
                new RerouteDecided("zhengzhou-2026-07-01", EventId.ofContent(CASE, "case-reported", "sample")),
                new ClockArmed(
                        ClockKind.HANDLE,
                        ORDER,
                        ArmingCause.STARTED,
                        OperatingMode.HOLIDAY,
                        at("02:12:05.250"),
                        List.of(
                                new Warning(WarningLevel.YELLOW, at("08:12:05.250")),
                                new Warning(WarningLevel.RED, at("09:36:05.250"))),
                        at("10:12:05.250")),
                new ClockPaused(ClockKind.HANDLE, ORDER, Duration.ofMinutes(95)),
                new SlaWarned(ClockKind.HANDLE, ORDER, WarningLevel.YELLOW, at("10:12:05.250")),
                new SlaBreached(ClockKind.HANDLE, ORDER, at("10:12:05.250")),
                new CaseEscalated(ClockKind.HANDLE, ORDER, SampleRouting.L1_STEP, List.of(SampleRouting.VACANT_STEP)),
                new SuspensionApproved(at("16:00:00"), "等待检测报告", "erqi-duty-leader", DESK),
                new ExtensionApproved(at("12:00:00"), "节假日客流高峰", "erqi-duty-leader", DESK),
                new ApprovalRefused(EventId.ofContent(CASE, "extension-approved", "sample"), RefusalReason.TOO_LONG),
                new CaseSuspended(
                        at("16:00:00"),
                        "等待检测报告",
                        "erqi-duty-leader",
                        EventId.ofContent(CASE, "suspension-approved", "sample"),
                        EventId.ofContent(CASE, "case-reported", "sample"),
                        DESK),
                new CaseResumed("检测报告已出", DESK),
                new CaseExtended(
                        ClockKind.HANDLE,
                        ORDER,
                        at("12:00:00"),
                        "节假日客流高峰",
                        "erqi-duty-leader",
                        EventId.ofContent(CASE, "extension-approved", "sample"),
                        DESK),
                new CaseSupervised("媒体关注 (press interest)", at("06:00:00"), DESK),
                new VerificationRequested(1, ORDER),
                new CaseVerified(1, true, "现场核查属实", DESK),
                new CaseClosed(1),
                new CaseFollowedUp("已电话回访", DESK),
                new SatisfactionScored(5, true, "处理很快 (quick)", PETITIONER),
                new CaseReopened("退款未到账", PETITIONER),
                new ReferenceActivated(
                        ReferenceKind.GRID_SET,
                        SampleRouting.DECISION.gridSet(),
                        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        Instant.parse("2026-07-01T00:00:00Z"),
                        true,
                        DESK),
                new ActivationCancelled(
                        ReferenceKind.GRID_SET,
                        SampleRouting.DECISION.gridSet(),
                        new EventId("reference-activated.grid-set.zhengzhou-2026-04-20.1"),
                        DESK),
                new ModeChanged(
                        new CellCode("410103"),
                        OperatingMode.HOLIDAY,
                        at("00:00:00"),
                        Instant.parse("2026-05-05T16:00:00Z"),
                        "劳动节",
                        DESK),
                new ModesPlanned(
                        List.of(new PlannedMode(
                                new CellCode("erqi-tower-zone"),
                                OperatingMode.MAJOR_EVENT,
                                Instant.parse("2026-09-30T16:00:00Z"),
                                Instant.parse("2026-10-07T16:00:00Z"),
                                "国庆商圈活动")),
                        DESK),
                new Tick(at("02:32:05.250")),
                new OrderIssued(
                        ORDER,
                        CASE,
                        Role.LEAD,
                        true,
                        SampleRouting.MALL,
                        DispatchCause.ACCEPTED,
                        COMPLAINT,
                        Severity.URGENT,
                        SampleRouting.DECISION.lon(),
                        SampleRouting.DECISION.lat(),
                        SampleRouting.PLACE.address(),
                        SampleRouting.PLACE.building(),
                        SampleRouting.PLACE.floor(),
                        SampleRouting.DECISION.path(),
                        Map.of(ClockKind.ACKNOWLEDGE, at("02:32:05.250")),
                        SampleRouting.DECISION,
                        LINKS),
                new OrderAnswered(
                        ORDER, CASE, Answer.ACKNOWLEDGED, EventId.ofContent(CASE, "order-acknowledged", "sample")),
                new OrderWithdrawn(ORDER, CASE, "案件已由上级网格解决"),
                new OrderEscalated(ORDER, CASE, ClockKind.HANDLE, "l1", SampleRouting.STREET.unit()),
                new OrderRescheduled(ORDER, CASE, ClockKind.HANDLE, at("12:00:00")),
                new OrderSupplemented(ORDER, CASE, LINKS));
    }

    /** The sample of this class. */
    public static <E> E get(Class<E> type) {
        return listAll().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample of " + type));
    }

    /** Every sample in its envelope. */
    public static List<EventEnvelope<Object>> listEnvelopes() {
        return listAll().stream().map(Samples::envelope).toList();
    }

    public static EventEnvelope<Object> envelope(Object event) {
        String name = EventTypes.nameOf(event.getClass());
        return new EventEnvelope<>(
                EventId.of(CASE, name, 1),
                event instanceof ControlEvent ? null : CASE,
                sourceOf(event),
                at("02:12:05.250"),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                event);
    }

    private static String sourceOf(Object event) {
        return switch (event) {
            case IntakeEvent _ -> "/intake";
            case EscalationEvent _, ControlEvent _ -> "/escalation";
            case EvaluationEvent _ -> "/evaluation";
            default -> "/dispatch";
        };
    }

    private static Instant at(String time) {
        return Instant.parse("2026-05-01T" + time + "Z");
    }
}
