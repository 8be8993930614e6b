package io.gridwhistle.log.view;

import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.LogEvent;
import java.time.Instant;

/** An event with its place in the log. */
public record Logged(EventEnvelope<LogEvent> envelope, int partition, long offset, Instant logTime) {}
