package io.gridwhistle.log.web;

import io.gridwhistle.events.Coded;

/** What a credential is for; each role may do what the gateway's rules list for it, and nothing else. */
public enum CallerRole implements Coded {
    /** Reports cases and follows its own. */
    PLATFORM,
    /** Answers a unit's orders. */
    UNIT,
    /** Sits at a desk: decides, configures. */
    OPERATOR,
    /** Reads everything, changes nothing. */
    AUDITOR
}
