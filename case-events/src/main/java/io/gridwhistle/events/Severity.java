package io.gridwhistle.events;

/** How urgent a case is (紧急程度), as its platform says or its class has it. */
public enum Severity implements Coded {
    /** 一般. */
    ORDINARY,
    /** 紧急. */
    URGENT,
    /** 突发. */
    EMERGENCY
}
