package io.gridwhistle.local.demo;

import io.gridwhistle.local.folder.Policy.Clocks;

/** How fast a class of cases goes: four published classes of urgency, and outcomes reported for single classes. */
enum Pace {
    EMERGENCY("PT5M", "PT2H", "PT2H", "P1D"),
    UTILITY("PT30M", "PT24H", "PT24H", "P3D"),
    GENERAL("PT2H", "P7D", "PT24H", "P10D"),
    COMPLEX("PT4H", "P15D", "PT48H", "P20D"),
    COMPLAINT("PT20M", "PT24H", "PT24H", "P7D"),
    BURST("PT10M", "PT4H", "PT4H", "P1D"),
    LEAK("PT20M", "PT24H", "PT24H", "P3D"),
    HALF_A_DAY("PT20M", "PT12H", "PT12H", "P2D"),
    QUARREL("PT5M", "PT15M", "PT2H", "P1D");

    private final String acknowledge;
    private final String handle;
    private final String verify;
    private final String overall;

    Pace(String acknowledge, String handle, String verify, String overall) {
        this.acknowledge = acknowledge;
        this.handle = handle;
        this.verify = verify;
        this.overall = overall;
    }

    Clocks clocks() {
        return new Clocks(acknowledge, handle, verify, overall);
    }
}
