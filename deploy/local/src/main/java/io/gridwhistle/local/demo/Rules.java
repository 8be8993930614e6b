package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.CaseClass.Acceptance;
import io.gridwhistle.local.folder.Policy;
import io.gridwhistle.local.folder.Policy.Clock;
import io.gridwhistle.local.folder.Policy.Limit;
import io.gridwhistle.local.folder.Policy.Mode;
import io.gridwhistle.local.folder.Policy.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The SLA policies: one rule for everything, then each class's own, then what severity and operating mode change.
 *
 * <p>Which figures are published and which are made up is in {@code docs/sla.md}.
 */
final class Rules {
    private static final Clock TO_ACCEPT = Clock.workingDays(1);
    private static final String ASSUMED = "an assumption";

    private Rules() {}

    static List<Policy> all() {
        return Stream.of(
                        Stream.of(
                                forEverything(),
                                rule("*", Pace.UTILITY).with(Severity.URGENT),
                                rule("*", Pace.EMERGENCY).with(Severity.EMERGENCY)),
                        Matters.ALL.stream().flatMap(Rules::of),
                        modes())
                .flatMap(it -> it)
                .toList();
    }

    /** The general class of urgency. */
    private static Policy forEverything() {
        Map<String, Clock> clocks = new LinkedHashMap<>();
        // What is accepted by itself waits for no desk.
        clocks.put("accept", Clock.notKept());
        clocks.put("dispatch", Clock.time("PT10M"));
        clocks.putAll(Pace.GENERAL.clocks());
        clocks.put("consultation", Clock.workingDays(1));
        clocks.put("follow-up", Clock.workingDays(3));
        return Policy.forEverything(
                        clocks, 0.5, 0.5, new Limit(null, Clock.time("P30D")), new Limit(1, Clock.workingDays(5)))
                .from(Pace.GENERAL.source());
    }

    /** A class with clocks of its own has its own for the urgent and the grave as well. */
    private static Stream<Policy> of(Matter matter) {
        Policy urgent = rule(matter.code(), Pace.UTILITY).with(Severity.URGENT);
        Policy grave = rule(matter.code(), Pace.EMERGENCY).with(Severity.EMERGENCY);
        return switch (matter.pace()) {
            case EMERGENCY -> Stream.of();
            case GENERAL -> matter.acceptance() == Acceptance.DESK ? Stream.of(desk(matter.code())) : Stream.of();
            case UTILITY, LEAK -> Stream.of(own(matter), grave);
            case COMPLEX -> Stream.of(own(matter), urgent, grave);
            case COMPLAINT, BURST, HALF_A_DAY, QUARREL -> Stream.of(own(matter));
        };
    }

    private static Policy own(Matter matter) {
        Policy own = rule(matter.code(), matter.pace());
        return matter.acceptance() == Acceptance.DESK ? own.and("accept", TO_ACCEPT) : own;
    }

    private static Policy desk(String classCode) {
        return Policy.forClass(classCode, Map.of("accept", TO_ACCEPT)).from(ASSUMED);
    }

    private static Policy rule(String classCode, Pace pace) {
        return Policy.forClass(classCode, pace.clocks()).from(pace.source());
    }

    private static Stream<Policy> modes() {
        return Stream.of(
                mode("street-stall", Mode.HOLIDAY, TowerZone.CODE, "PT10M", "PT4H"),
                mode("street-stall", Mode.MAJOR_EVENT, TowerZone.CODE, "PT10M", "PT2H"),
                mode("illegal-parking", Mode.MAJOR_EVENT, TowerZone.CODE, "PT10M", "PT2H"),
                mode("standing-water", Mode.EMERGENCY, null, "PT2M", "PT1H"),
                mode("tree-fallen", Mode.EMERGENCY, null, "PT5M", "PT4H"),
                mode("safety-hazard", Mode.EMERGENCY, null, "PT5M", "PT4H"));
    }

    private static Policy mode(
            String classCode,
            Mode mode,
            @org.jspecify.annotations.Nullable String territory,
            String acknowledge,
            String handle) {
        Map<String, Clock> clocks = new LinkedHashMap<>();
        clocks.put("acknowledge", Clock.time(acknowledge));
        clocks.put("handle", Clock.time(handle));
        return Policy.forClass(classCode, clocks).in(mode, territory).from(ASSUMED);
    }
}
