package io.gridwhistle.log.streams;

import io.gridwhistle.events.id.CaseId;
import java.time.Instant;

/** A timer of a case whose time has come. */
public record DueTimer(CaseId caseId, String name, Instant due) {}
