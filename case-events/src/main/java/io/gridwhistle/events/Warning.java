package io.gridwhistle.events;

import java.time.Instant;

/** 预警: when a clock warns, and how loudly. */
public record Warning(WarningLevel level, Instant at) {}
