package io.gridwhistle.events;

/** The clocks of a case. */
public enum ClockKind implements Coded {
    /** 受理: from report to acceptance or decline. */
    ACCEPT,
    /** 派遣: from acceptance to the first order. */
    DISPATCH,
    /** 签收: from order to acknowledgement. */
    ACKNOWLEDGE,
    /** 处置: from order to feedback. */
    HANDLE,
    /** 核查: from feedback to verification. */
    VERIFY,
    /** 会商: from the consultation's opening to the centre's decision. */
    CONSULTATION,
    /** 回访: from closing to follow-up. */
    FOLLOW_UP,
    /** From report to closing; nothing but closing stops it. */
    OVERALL;

    /** Whether it is an order's; the others are the case's own, and belong to no unit. */
    public boolean isOfOrder() {
        return this == ACKNOWLEDGE || this == HANDLE || this == VERIFY;
    }
}
