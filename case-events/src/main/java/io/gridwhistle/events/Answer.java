package io.gridwhistle.events;

/** What a unit has said to its order. */
public enum Answer implements Coded {
    /** 签收. */
    ACKNOWLEDGED,
    /** 退单. */
    RETURNED,
    /** 反馈; a verifier's verdict as well. */
    FED_BACK
}
