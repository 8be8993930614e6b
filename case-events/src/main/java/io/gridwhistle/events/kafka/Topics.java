package io.gridwhistle.events.kafka;

import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;

/** The names of all topics. */
public final class Topics {
    /** Every event of every case, keyed by case id; the truth. */
    public static final String CASE_LOG = "case-log";
    /** Records of the case log that nobody could read, with their cause. */
    public static final String DEAD_LETTERS = "case-log.dlt";
    /** Grid sets, units and the like, in versioned chunks; compacted. */
    public static final String REFERENCE = "reference";
    /** How reporters can be reached; readable by intake alone, a tombstone erases; compacted. */
    public static final String REPORTER_CONTACTS = "reporter-contacts";

    public static final String DISPATCH_PREFIX = "dispatch.";

    private Topics() {}

    /** The topic that a unit reads its orders on. */
    public static String dispatch(DistrictCode district, UnitCode unit) {
        return DISPATCH_PREFIX + district + "." + unit;
    }

    public static String dispatch(Addressee addressee) {
        return dispatch(addressee.district(), addressee.desk());
    }
}
