package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.Policy.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** How fast a class of cases goes: four published classes of urgency, and outcomes reported for single classes. */
enum Pace {
    EMERGENCY(
            "Beijing's published class for emergencies: 2 hours",
            Clock.time("PT5M"),
            "PT2H",
            Clock.time("PT2H"),
            "P1D"),
    UTILITY(
            "Beijing's published class for utilities: 24 hours",
            Clock.time("PT30M"),
            "PT24H",
            Clock.time("PT24H"),
            "P3D"),
    GENERAL(
            "Beijing's published general class: 7 days",
            Clock.workingTime("PT2H"),
            "P7D",
            Clock.workingDays(1),
            "P10D"),
    COMPLEX(
            "Beijing's published class for complex matters: 15 days",
            Clock.workingTime("PT4H"),
            "P15D",
            Clock.workingDays(2),
            "P20D"),
    COMPLAINT(
            "reported of Zhengzhou: a grid member responds within 20 minutes, around the clock",
            Clock.time("PT20M"),
            "PT24H",
            Clock.time("PT24H"),
            "P7D"),
    BURST(
            "reported of Zhengzhou: a burst water pipe in 4 hours",
            Clock.time("PT10M"),
            "PT4H",
            Clock.time("PT4H"),
            "P1D"),
    LEAK("reported of Zhengzhou: a heating leak in 1 day", Clock.time("PT20M"), "PT24H", Clock.time("PT24H"), "P3D"),
    HALF_A_DAY(
            "reported of Zhengzhou: a street stall in half a day",
            Clock.time("PT20M"),
            "PT12H",
            Clock.time("PT12H"),
            "P2D"),
    QUARREL(
            "reported of Zhengzhou: a quarrel about noise in 15 minutes",
            Clock.time("PT5M"),
            "PT15M",
            Clock.time("PT2H"),
            "P1D");

    private final String source;
    private final Clock acknowledge;
    private final String handle;
    private final Clock verify;
    private final String overall;

    Pace(String source, Clock acknowledge, String handle, Clock verify, String overall) {
        this.source = source;
        this.acknowledge = acknowledge;
        this.handle = handle;
        this.verify = verify;
        this.overall = overall;
    }

    /** The figure that is published; the other clocks are made up around it. */
    String source() {
        return source;
    }

    Map<String, Clock> clocks() {
        Map<String, Clock> clocks = new LinkedHashMap<>();
        clocks.put("acknowledge", acknowledge);
        clocks.put("handle", Clock.time(handle));
        clocks.put("verify", verify);
        clocks.put("overall", Clock.time(overall));
        return clocks;
    }
}
