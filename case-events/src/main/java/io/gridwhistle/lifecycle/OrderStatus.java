package io.gridwhistle.lifecycle;

import io.gridwhistle.events.Coded;

/** Where an order stands. */
public enum OrderStatus implements Coded {
    ISSUED,
    ACKNOWLEDGED,
    RETURNED,
    FED_BACK,
    /** No longer needed: replaced, solved by another, or the case ended. */
    WITHDRAWN;

    /** The unit may still answer. */
    public boolean isOpen() {
        return this == ISSUED || this == ACKNOWLEDGED;
    }
}
