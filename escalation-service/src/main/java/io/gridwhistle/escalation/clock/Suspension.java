package io.gridwhistle.escalation.clock;

import io.gridwhistle.events.id.EventId;
import java.time.Instant;

/**
 * The handle clock stands still.
 *
 * @param approval who wanted it so
 * @param inLog whether {@code CaseSuspended} was read back: until then the log does not call the case suspended
 */
record Suspension(Instant until, EventId approval, boolean inLog) {}
