package io.gridwhistle.local;

/** A part of the city, in the order in which they start. */
enum Part {
    DATABASE,
    BROKER,
    INTAKE,
    DISPATCH,
    ESCALATION,
    EVALUATION,
    GATEWAY;

    boolean isService() {
        return this != DATABASE && this != BROKER;
    }

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
