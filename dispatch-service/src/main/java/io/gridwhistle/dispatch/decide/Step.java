package io.gridwhistle.dispatch.decide;

import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import org.jspecify.annotations.Nullable;

/** The event being decided, as far as every kind of answer needs it; answers collect in {@code draft}. */
record Step(CaseId caseId, EventId eventId, @Nullable String traceparent, Moment moment, Decision.Draft draft) {}
