package io.gridwhistle.events;

/** The clocks of a case. */
public enum ClockKind implements Coded {
    /** 受理: from report to acceptance or decline. */
    ACCEPT,
    /** 签收: from order to acknowledgement. */
    ACKNOWLEDGE,
    /** 处置: from order to feedback. */
    HANDLE,
    /** 核查: from feedback to verification. */
    VERIFY,
    /** From report to closing; nothing but closing stops it. */
    OVERALL
}
