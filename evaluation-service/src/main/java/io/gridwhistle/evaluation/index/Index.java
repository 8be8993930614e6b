package io.gridwhistle.evaluation.index;

import io.gridwhistle.events.Coded;

/** Each index as two conditions on a case in the score book: what is counted, and out of what. */
enum Index implements Coded {
    /** 按时受理率. */
    ACCEPTANCE_ON_TIME("not accept_breached", "accepted_at is not null or declined_at is not null or accept_breached"),
    /** 准确派遣率: nobody said that it was not his. */
    DISPATCH_ACCURACY("returns = 0", "dispatched_at is not null"),
    /** 响应率. */
    RESPONSE("acknowledged_at is not null or handled_at is not null", "dispatched_at is not null"),
    RESPONSE_ON_TIME(
            "not acknowledge_breached",
            "acknowledged_at is not null or handled_at is not null or acknowledge_breached"),
    /** 按时处置率. */
    HANDLING_ON_TIME("not handle_breached", "handled_at is not null or handle_breached"),
    /** 按时核查率. */
    VERIFICATION_ON_TIME("not verify_breached", "verified_at is not null or verify_breached"),
    /** 返工率. */
    REWORK("reworks > 0", "verified_at is not null"),
    /** 结案率. */
    CLOSING("status = 'closed'", "accepted_at is not null"),
    /** 按时结案率. */
    CLOSING_ON_TIME("not overall_breached", "status = 'closed' or overall_breached"),
    /** 解决率. */
    RESOLUTION("resolved", "resolved is not null"),
    /** 满意率: 4 or 5. */
    SATISFACTION("satisfaction >= 4", "satisfaction is not null");

    final String numerator;
    final String denominator;

    Index(String numerator, String denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }
}
