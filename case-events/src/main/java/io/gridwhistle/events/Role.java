package io.gridwhistle.events;

/** What an order asks of its unit: one lead, helpers, and those who watch or verify (一办三协同); until a lead has acknowledged, the first receiver. */
public enum Role implements Coded {
    /** 主办: answers for the case. */
    LEAD,
    /** 协办. */
    CO_HANDLER,
    /** 督办. */
    SUPERVISOR,
    /** 首接: was asked first, no longer leads, and answers for the case until whoever leads now has acknowledged. */
    FIRST_RECEIVER,
    /** 核查: looks at the result on site. */
    VERIFIER
}
