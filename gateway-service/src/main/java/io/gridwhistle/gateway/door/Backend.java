package io.gridwhistle.gateway.door;

import io.gridwhistle.events.Coded;

/** A service behind the gateway. */
public enum Backend implements Coded {
    INTAKE,
    DISPATCH,
    ESCALATION,
    EVALUATION
}
